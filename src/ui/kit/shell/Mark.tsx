/** The product's sign: a road, first dashed, that turns into an arrow. */

/** The sign with the product's name beside it. */
export function Mark({ name, size = 30 }: { name: string; size?: number }) {
  return (
    <span className="mark">
      <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true" focusable="false">
        <circle className="mark-disc" cx="14" cy="14" r="13" />
        <path
          className="mark-road"
          d="M8.2 18.6C10.5 18.7 11.4 16.8 12.3 15c.9-1.9 2.2-3.2 4.6-3.4"
          strokeWidth="2.3"
          strokeDasharray="3.4 2.8"
        />
        <path className="mark-road" d="M15.7 7.7l5.3 3.6-4.6 4.5" strokeWidth="2.5" />
      </svg>
      <span>{name}</span>
    </span>
  );
}
