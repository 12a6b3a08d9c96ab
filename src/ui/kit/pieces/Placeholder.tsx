/** Rows on their way from this device's own storage: still, short, and no spinner. */

/** `rows` bars; `label` tells screen readers what is coming. */
export function Placeholder({ rows = 3, label }: { rows?: number; label: string }) {
  return (
    <output className="placeholder" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <i key={row} />
      ))}
    </output>
  );
}
