/** How far along, as a filled well. Always with words beside it that say the same in numbers. */
import { Meter as AriaMeter } from "react-aria-components";

/** `value` from 0 to 1. `label` is read out with `words` ("4 of 9 units"). */
export function Meter({ value, label, words }: { value: number; label: string; words: string }) {
  const share = Math.max(0, Math.min(1, value));
  return (
    <AriaMeter className="meter" aria-label={label} value={share} maxValue={1} valueLabel={words}>
      <i style={{ width: `${share * 100}%` }} />
    </AriaMeter>
  );
}
