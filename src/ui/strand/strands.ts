/** How each strand is told apart: a hue, an icon and a word together. The vocational one goes by its learner's programme. */
import { BookOpen, Briefcase, Monitor, UsersRound, createLucideIcon } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { Learner } from "#model/kinds/learner.ts";
import type { Strand } from "#model/kinds/strand.ts";
import type { Hue } from "#ui/kit/pieces/HueTile.tsx";
import { strandWords } from "#ui/words/choices.ts";
import { subjectIcon } from "./subject-icon.ts";

/** What a strand looks like and is called. */
export interface StrandLook {
  readonly hue: Hue;
  readonly icon: LucideIcon;
  readonly word: string;
}

/** Plus, minus, times, equals. */
const MathsSigns = createLucideIcon("maths-signs", [
  [
    "path",
    { d: "M3.5 7.5h7M7 4v7M13.5 7.5h7M4.5 14.5l5 5M9.5 14.5l-5 5M13.5 15.2h7M13.5 18.8h7", key: "signs" },
  ],
]);

const looks: Readonly<Record<Exclude<Strand, "vocational">, Omit<StrandLook, "word">>> = {
  "me-and-others": { hue: "me", icon: UsersRound },
  english: { hue: "eng", icon: BookOpen },
  maths: { hue: "mat", icon: MathsSigns },
  digital: { hue: "dig", icon: Monitor },
  placement: { hue: "plc", icon: Briefcase },
};

/** The look of a strand for this learner; `about` is what is known of them, if anything. */
export function strandLook(
  strand: Strand,
  about: Pick<Learner, "programme" | "subjectIcon"> | undefined,
): StrandLook {
  if (strand !== "vocational") return { ...looks[strand], word: strandWords[strand] };
  const { programme, subjectIcon: chosen } = about ?? {};
  return { hue: "voc", icon: subjectIcon(chosen, programme), word: programme || strandWords.vocational };
}
