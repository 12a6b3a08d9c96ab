/** The picture of a learner's subject: the one chosen for them, else one that their programme's name suggests. */
import {
  Baby,
  BriefcaseBusiness,
  GraduationCap,
  Hammer,
  HeartPulse,
  MonitorCog,
  PaintRoller,
  PawPrint,
  Scissors,
  Sprout,
  Store,
  Utensils,
  Wrench,
} from "lucide-react";
import type { LucideIcon } from "lucide-react";

/** Pictures an organisation may choose, by name, each with words of programmes that it suits. */
const subjects: readonly { readonly name: string; readonly icon: LucideIcon; readonly suits: RegExp }[] = [
  { name: "hammer", icon: Hammer, suits: /joiner|carpent|construct|wood/i },
  { name: "wrench", icon: Wrench, suits: /motor|vehicle|engineer|plumb|mechanic/i },
  { name: "baby", icon: Baby, suits: /child|early years|nursery/i },
  { name: "utensils", icon: Utensils, suits: /cater|food|cook|hospitality/i },
  { name: "scissors", icon: Scissors, suits: /hair|beauty|barber|textile/i },
  { name: "sprout", icon: Sprout, suits: /land|horticultur|farm|garden/i },
  { name: "paw-print", icon: PawPrint, suits: /animal|vet/i },
  { name: "monitor-cog", icon: MonitorCog, suits: /\bIT\b|comput|digital|media/i },
  { name: "heart-pulse", icon: HeartPulse, suits: /health|care|sport/i },
  { name: "paint-roller", icon: PaintRoller, suits: /paint|decorat|art|design/i },
  { name: "store", icon: Store, suits: /retail|customer/i },
  { name: "briefcase-business", icon: BriefcaseBusiness, suits: /business|admin/i },
];

/** The icon for a subject; a mortar board when nothing is known. */
export function subjectIcon(chosen: string | undefined, programme: string | undefined): LucideIcon {
  const found =
    subjects.find(({ name }) => name === chosen) ??
    subjects.find(({ suits }) => programme !== undefined && suits.test(programme));
  return found?.icon ?? GraduationCap;
}
