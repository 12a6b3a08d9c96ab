/** How far along, as a filled well. Always with words beside it that say the same in numbers. */

/** `value` from 0 to 1. `label` is read out with `words` ("4 of 9 units"). */
export function Meter({ value, label, words }: { value: number; label: string; words: string }) {
  const percent = Math.round(Math.max(0, Math.min(1, value)) * 100);
  return (
    <div
      className="meter"
      role="meter"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={words}
    >
      <i style={{ width: `${percent}%` }} />
    </div>
  );
}
