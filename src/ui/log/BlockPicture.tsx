/** The six weeks of the log as cairns: a stone an entry, with a key of what they are about. */
import { blockOf, dayOfEntry, weekIn, weeksInBlock } from "#model/views/log-block.ts";
import type { LogBlock } from "#model/views/log-block.ts";
import type { LearnerId } from "#model/id.ts";
import { strands } from "#model/kinds/strand.ts";
import type { LocalDate } from "#model/time.ts";
import type { Written } from "#model/record/written.ts";
import { Cairns } from "#ui/kit/drawing/Cairns.tsx";
import type { Stone } from "#ui/kit/drawing/Cairns.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { HueTile } from "#ui/kit/pieces/HueTile.tsx";
import { useStrandLook } from "#ui/strand/StrandTile.tsx";
import type { StrandLook } from "#ui/strand/strands.ts";
import { log } from "#ui/words/log.ts";

type Entry = Written<"log-entry">;

const weekNumbers = Array.from({ length: weeksInBlock }, (_, week) => week);

/** Entries of each week of a block, oldest first. */
function weeksOf(block: LogBlock, entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const byWeek = Map.groupBy(entries.toReversed(), (entry) => weekIn(block, dayOfEntry(entry)));
  return weekNumbers.map((week) => byWeek.get(week) ?? []);
}

function Key({
  entries,
  look,
}: {
  entries: readonly Entry[];
  look: (strand: (typeof strands)[number]) => StrandLook;
}) {
  const counts = strands
    .map((strand) => ({ strand, count: entries.filter(({ value }) => value.strand === strand).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  if (counts.length === 0) return null;
  return (
    <ul className="st-key" aria-label={log.byStrand}>
      {counts.map(({ strand, count }) => (
        <li key={strand}>
          <HueTile {...look(strand)} />
          <b>{count}</b>
        </li>
      ))}
    </ul>
  );
}

export type BlockPictureProps = {
  readonly learner: LearnerId;
  /** Newest first. */
  readonly entries: readonly Entry[];
  readonly startedOn: LocalDate | undefined;
  readonly today: LocalDate;
};

/** The block that today lies in. */
export function BlockPicture({ learner, entries, startedOn, today }: BlockPictureProps) {
  const block = blockOf(today, startedOn);
  const weeks = weeksOf(block, entries);
  const look = useStrandLook(learner);
  const inBlock = weeks.flat();
  const stone = ({ value }: Entry): Stone => (value.strand ? look(value.strand) : {});
  const label = inBlock.length === 0 ? log.emptyPicture : log.picture(inBlock.length, block.week + 1);
  return (
    <Card as="section" className="block-pic" label={label}>
      <Cairns
        weeks={weeks.map((week) => week.map(stone))}
        now={block.week}
        label={label}
        seed={block.startsOn}
      />
      <div className="weeks" aria-hidden="true">
        {weekNumbers.map((week) => (
          <span key={week} className={week === block.week ? "now" : undefined}>
            {week === block.week ? log.now : log.week(week + 1)}
          </span>
        ))}
      </div>
      {inBlock.length > 0 && (
        <p>
          <b>{log.soFar(inBlock.length)}</b> {log.eachStone}
        </p>
      )}
      <Key entries={inBlock} look={look} />
    </Card>
  );
}
