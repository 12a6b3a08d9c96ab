/** The entries of a log by day along the walked path. Only what is in view is drawn, so that five thousand scroll like fifty. */
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Id, LearnerId } from "#model/id.ts";
import type { LocalDate } from "#model/time.ts";
import type { StoredRecord } from "#store/store.ts";
import { useKeptHeights, useKnownHeights } from "#ui/kit/table/row-heights.ts";
import { useTutorNames } from "#ui/use-names.ts";
import { useRecordsOf } from "#ui/use-record.ts";
import { headDay } from "#ui/words/dates.ts";
import { EntryCard } from "./EntryCard.tsx";
import { toRows } from "./log-days.ts";
import type { LogRow } from "./log-days.ts";
import { useAudiences } from "./use-audience.ts";

type Entry = StoredRecord<"log-entry">;
type Row = LogRow<Entry>;

const usualHeights = { day: 54, entry: 190 } as const;

const keyOf = (row: Row): string => (row.kind === "day" ? row.day : row.entry.id);

/** Where the list begins on the page, which decides what of it is in view. */
function useTop() {
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void =>
      setTop(list.current ? list.current.getBoundingClientRect().top + window.scrollY : 0);
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(document.body);
    return () => watcher.disconnect();
  }, []);
  return { list, top };
}

function DayHead({ day, today }: { day: LocalDate; today: LocalDate }) {
  return (
    <>
      <span className="path-walked" />
      <h2>{headDay(day, today)}</h2>
    </>
  );
}

/** `entries` newest first. */
export function LogList({
  learner,
  entries,
  today,
}: {
  learner: LearnerId;
  entries: readonly Entry[];
  today: LocalDate;
}) {
  const rows = useMemo(() => toRows(entries), [entries]);
  const audienceOf = useAudiences(learner);
  const tutors = useTutorNames(learner);
  const targets = useRecordsOf("target", learner);
  const { list, top } = useTop();
  const known = useKnownHeights();
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (at) => {
      const row = rows[at];
      return row ? (known.get(keyOf(row)) ?? usualHeights[row.kind]) : usualHeights.entry;
    },
    getItemKey: (at) => (rows[at] ? keyOf(rows[at]) : at),
    overscan: 6,
    scrollMargin: top,
  });
  useKeptHeights(virtual);
  const targetWords = (id: Id<"target"> | undefined) =>
    targets?.find((target) => target.id === id)?.value.what;
  const draw = (row: Row) =>
    row.kind === "day" ? (
      <DayHead day={row.day} today={today} />
    ) : (
      <>
        <span className="path-walked" />
        <EntryCard
          entry={row.entry}
          audience={audienceOf?.(row.entry.id) ?? "only-me"}
          tutors={tutors}
          target={targetWords(row.entry.value.target)}
        />
      </>
    );
  return (
    <div ref={list} className="log-list" style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ key, index, start }) => {
        const row = rows[index];
        if (!row) return null;
        const isPast = row.kind === "day" && row.day !== today;
        return (
          <div
            key={key}
            data-index={index}
            ref={virtual.measureElement}
            className={isPast ? "day past" : "day"}
            style={{ transform: `translateY(${start - top}px)` }}
          >
            {draw(row)}
          </div>
        );
      })}
    </div>
  );
}
