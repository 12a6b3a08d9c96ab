/** A person: their photo, else the picture they chose, else their initials. */
import { textToSeed } from "#ui/kit/geometry/noise.ts";
import { Portrait } from "#ui/kit/drawing/Portrait.tsx";
import { pictureName } from "./picture-name.ts";
import { initials } from "./initials.ts";

/** Who, and which picture of them. */
export type AvatarProps = {
  readonly name: string;
  /** Address of a photo. */
  readonly photo?: string | undefined;
  /** Any text that chooses a drawn person, when the person asked for one. */
  readonly drawn?: string | undefined;
  /** 40, 56 or 88 px. */
  readonly size?: "small" | "big" | "huge";
  /** True where the name does not stand beside it: then the picture carries the name. */
  readonly alone?: boolean;
};

const TONES = ["a", "b", "c", "e"] as const;
const SIZES = { small: "", big: "big", huge: "huge" } as const;

/** A round picture of a person. The colour behind initials follows from the name. */
export function Avatar({ name, photo, drawn, size = "small", alone = false }: AvatarProps) {
  const isPicture = photo !== undefined || drawn !== undefined;
  const tone = TONES[textToSeed(name) % TONES.length] ?? "a";
  const names = ["av", isPicture ? "pic" : tone, SIZES[size]].filter(Boolean).join(" ");
  return (
    <span className={names} {...pictureName(alone ? name : undefined)}>
      {photo !== undefined ? (
        <img src={photo} alt="" />
      ) : drawn !== undefined ? (
        <Portrait seed={drawn} />
      ) : (
        <span dir="auto">{initials(name)}</span>
      )}
    </span>
  );
}
