/** Four pebble faces in one colour: an answer to "how is it going?" that shames nobody. */
import { ringPath } from "#ui/kit/geometry/curve.ts";

/** From hardest to easiest. */
export type FaceKind = "stuck" | "hard" | "ok" | "good";

const FACES: Readonly<
  Record<FaceKind, { readonly seed: number; readonly mouth: string; readonly brows: string }>
> = {
  stuck: {
    seed: 31,
    mouth: "M14.2 28.4c1.7-2.6 3.7-3.8 5.9-3.8s4.1 1.2 5.7 3.8",
    brows: "M12.2 13.6l3.4-1.5M27.8 13.6l-3.4-1.5",
  },
  hard: {
    seed: 57,
    mouth: "M14.6 26.8c1.8-1.2 3.4-1.5 5.2-.8 1.9.8 3.5.6 5.5-.8",
    brows: "M12.3 13.2h3.3M27.7 13.2h-3.3",
  },
  ok: { seed: 83, mouth: "M14.6 25.4c3.3 1.3 7.4 1.3 10.8 0", brows: "" },
  good: { seed: 12, mouth: "M13.4 23.6c1.1 3.6 3.5 5.4 6.6 5.4s5.5-1.8 6.6-5.4", brows: "" },
};

/** A face beside its word; hidden from screen readers. `on` fills it: the answer given. */
export function Face({ kind, size = 40, on = false }: { kind: FaceKind; size?: number; on?: boolean }) {
  const { seed, mouth, brows } = FACES[kind];
  return (
    <svg
      className={on ? "face on" : "face"}
      width={size}
      height={size}
      viewBox="0 0 40 40"
      aria-hidden="true"
      focusable="false"
    >
      <path
        className="skin"
        d={ringPath({ centre: [20, 20], radius: 17.6, seed, wobble: 0.035, squash: 0.96 })}
      />
      <path className="ln" d={mouth + brows} />
      <circle className="eye" cx="14.6" cy="17.4" r="1.9" />
      <circle className="eye" cx="25.4" cy="17.4" r="1.9" />
    </svg>
  );
}
