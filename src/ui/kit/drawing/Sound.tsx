/** A recording as a ridge of bars standing on the ground; the part already heard is in the trail's colour. */

/** `levels`: loudness from 0 to 1, first to last. `played`: share heard, 0 to 1. Decoration beside a play button. */
export function Sound({ levels, played = 0 }: { levels: readonly number[]; played?: number }) {
  const bars = levels.map((level, i) => {
    const height = Math.max(3, Math.min(1, level) * 36);
    return {
      heard: i / levels.length < played,
      path: `M${i * 5.4 + 1.5} 34.5V${Math.min(34.4, 37.5 - height).toFixed(1)}`,
    };
  });
  const pathOf = (heard: boolean): string =>
    bars
      .filter((bar) => bar.heard === heard)
      .map((bar) => bar.path)
      .join("");
  return (
    <svg
      className="sound"
      viewBox={`0 0 ${Math.max(1, levels.length) * 5.4} 36`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path className="rest" d={pathOf(false)} style={{ strokeWidth: 3 }} />
      <path className="played" d={pathOf(true)} style={{ strokeWidth: 3 }} />
    </svg>
  );
}
