/** What each column of the caseload shows of a learner. */
import { NotebookPen } from "lucide-react";
import type { CaseloadRow } from "#model/views/caseload.ts";
import { Trail } from "#ui/kit/drawing/Trail.tsx";
import { Avatar } from "#ui/kit/pieces/Avatar.tsx";
import { Chip } from "#ui/kit/pieces/Chip.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import type { Column } from "#ui/kit/table/TableHead.tsx";
import { StrandDot } from "#ui/strand/StrandDot.tsx";
import { useSeen } from "#ui/use-seen.ts";
import { useToday } from "#ui/use-today.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { caseload } from "#ui/words/staff/caseload.ts";
import { sayLast, sayShortDate, sayShortDay } from "#ui/words/staff/dates.ts";
import { firstName } from "#ui/words/staff/shell.ts";
import { trailLabel } from "#ui/words/staff/trail.ts";

/** The key under which a device remembers when a learner's page was last looked at. */
export const learnerSeenKey = (learner: string): string => `learner:${learner}`;

type Cell = { readonly row: CaseloadRow };

function Who({ row }: Cell) {
  return (
    <span className="name">
      <Avatar name={row.name} drawn={row.picture} />
      <span className="name-words">
        <b>
          <bdi>{row.name || everywhere.someone}</bdi>
        </b>
        <small dir="auto">{[row.programme, ...row.providers].filter(Boolean).join(" · ")}</small>
      </span>
    </span>
  );
}

/** The signs alone: a row has no room for their words. */
function Road({ row }: Cell) {
  const signs = row.road.map((stop) =>
    "number" in stop && stop.number !== undefined
      ? { kind: stop.kind, number: stop.number }
      : { kind: stop.kind },
  );
  return <Trail waypoints={signs} size="row" seed={row.learner} label={trailLabel(row.road)} />;
}

function stageOf(row: CaseloadRow): string {
  if (row.isLearnerReady) return caseload.ready(firstName(row.name));
  return row.next?.review ? caseload.started : caseload.notStarted;
}

function Due({ row }: Cell) {
  const { next, daysLate } = row;
  if (!next) return <span className="muted">{caseload.noDate}</span>;
  const review = next.number === undefined ? caseload.next : caseload.review(next.number);
  if (daysLate > 0 && next.dueOn)
    return (
      <>
        <span className="late-t">{caseload.late(daysLate)}</span>
        <small>{caseload.due(review, sayShortDate(next.dueOn))}</small>
      </>
    );
  return (
    <>
      {next.dueOn ? sayShortDay(next.dueOn) : <span className="muted">{caseload.noDate}</span>}
      <small>{`${review} · ${stageOf(row)}`}</small>
    </>
  );
}

const mostDots = 6;

function Targets({ row }: Cell) {
  if (row.targets.length === 0) return <span className="muted">{caseload.noTargets}</span>;
  const all = row.targets.length;
  return (
    <>
      <span className="dots" aria-hidden="true">
        {row.targets.slice(0, mostDots).map(({ id, strand, isOff }) => (
          <StrandDot key={id} strand={strand} about={row.about} isOff={isOff} />
        ))}
      </span>
      <small>{row.offTrack > 0 ? caseload.offTrack(row.offTrack, all) : caseload.onTrack(all)}</small>
    </>
  );
}

function LastEntry({ row }: Cell) {
  const today = useToday();
  if (row.lastEntryAt === undefined) return <span className="muted">{caseload.nothingShared}</span>;
  return (
    <span className="inl">
      <Icon of={NotebookPen} small />
      {sayLast(row.lastEntryAt, today)}
    </span>
  );
}

/** What others wrote since this learner's page was last looked at, and what of mine has not been sent. */
function News({ row }: Cell) {
  const since = useSeen(learnerSeenKey(row.learner)).at;
  const news = since === undefined ? 0 : row.news.filter((at) => at > since).length;
  return (
    <>
      {news > 0 && <Chip tone="accent">{caseload.news(news)}</Chip>}
      {row.waiting > 0 && <Chip>{caseload.waiting(row.waiting)}</Chip>}
      {news === 0 && row.waiting === 0 && <span className="muted">{caseload.allSent}</span>}
    </>
  );
}

const { learner, trail, review, targets, lastEntry, sent } = caseload.columns;

const withLog: readonly Column<CaseloadRow>[] = [
  { id: "learner", head: learner, cell: (row) => <Who row={row} />, width: "24%" },
  { id: "trail", head: trail, cell: (row) => <Road row={row} />, width: "212px" },
  { id: "review", head: review, cell: (row) => <Due row={row} />, width: "17%" },
  { id: "targets", head: targets, cell: (row) => <Targets row={row} />, width: "16%" },
  { id: "entry", head: lastEntry, cell: (row) => <LastEntry row={row} />, width: "14%" },
  { id: "sent", head: sent, cell: (row) => <News row={row} /> },
];

/** Without the log for those who see nothing of any. */
export const caseloadColumns = (hasLog: boolean): readonly Column<CaseloadRow>[] =>
  hasLog ? withLog : withLog.filter(({ id }) => id !== "entry");
