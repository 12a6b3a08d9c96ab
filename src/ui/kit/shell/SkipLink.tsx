/** The first thing the Tab key reaches: past the bars to the page's main part. */

/** Shown only while it has focus. Goes to the element with the id `main`. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a className="skip" href="#main">
      {label}
    </a>
  );
}
