/** Choices that two people made differently without seeing each other's: kept both, and shown where they can be settled. */
import { GitFork } from "lucide-react";
import { Link } from "react-aria-components";
import { planIdOf } from "#model/kinds/plan.ts";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { useRecord } from "#ui/use-record.ts";
import { plan as words } from "#ui/words/plan.ts";
import type { MyRoad } from "#ui/plan/use-my-road.ts";

type Disputable = {
  readonly id: string;
  readonly value: { readonly answers?: Readonly<Record<string, unknown>> };
};

/** Places in a list are settled by themselves; nobody is asked about them. */
const isAsked = (field: string): boolean => !field.includes("/") && field !== "place" && field !== "removed";

function questionsOf(record: Disputable | null | undefined): readonly string[] {
  if (!record) return [];
  return Object.keys(record.value.answers ?? {})
    .filter(isAsked)
    .map((field) => `/settle/${record.id}/${field}`);
}

/** One line for each; nothing while everybody agrees. */
export function Disputes({ road }: { road: MyRoad }) {
  const plan = useRecord(planIdOf(road.learner));
  const links = [plan, ...road.records.targets, ...road.records.outcomes].flatMap(questionsOf);
  return links.map((href) => (
    <Link key={href} href={href} className="card fork-line">
      <Icon of={GitFork} />
      {words.conflict}
    </Link>
  ));
}
