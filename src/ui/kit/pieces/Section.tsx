/** One part of a page under a heading of its own. */
import type { ReactNode, Ref } from "react";

type SectionProps = {
  readonly title: string;
  /** At the far end of the heading's line, such as how many there are. */
  readonly beside?: ReactNode;
  /** What a link on the page goes to. */
  readonly id?: string;
  readonly ref?: Ref<HTMLElement>;
  readonly children: ReactNode;
};

/** Its heading is of the second level. */
export function Section({ title, beside, children, ...place }: SectionProps) {
  return (
    <section className="sec" {...place}>
      <div className="sec-head">
        <h2>{title}</h2>
        {beside}
      </div>
      {children}
    </section>
  );
}
