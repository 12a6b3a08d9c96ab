/**
 * What the server counts for whoever watches it, and the page that Prometheus reads. Numbers and problem codes
 * only: no label ever says who, or which record. Written by hand, since the format is a line a number.
 */
import type { ProblemCode } from "#model/outcome.ts";
import type { StorageFailure } from "#server/storage/storage.ts";

/** What can be asked of a device and is timed. */
export type Timed = "push" | "pull";

/** Counts since the server started. */
export interface Metrics {
  /** A pushed record was kept, or refused with a code. */
  pushed(answer: "kept" | ProblemCode): void;
  pulledRows(count: number): void;
  /** Scopes in which a device held something else than the server, and was told so: it heals itself. */
  disagreed(scopes: number): void;
  storageFailed(code: StorageFailure["code"]): void;
  took(what: Timed, ms: number): void;
  /** The page, with what is only known when it is asked for. */
  page(now: Gauges): string;
}

/** What stands at this moment. */
export interface Gauges {
  readonly openDoorbells: number;
  /** Undefined when the database does not say. */
  readonly oldestTransactionMs: number | undefined;
  /** Of the time since the last page, in milliseconds. */
  readonly eventLoopDelayMs: { readonly median: number; readonly p99: number; readonly max: number };
  readonly memoryBytes: number;
}

/** Upper ends of a histogram's parts, in seconds: from what nobody notices to what a device gives up on. */
const limitsSeconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

type Labels = Readonly<Record<string, string | number>>;

/** Nothing counted yet. */
export function createMetrics(): Metrics {
  const totals = new Map<string, Map<string, number>>();
  const times = { push: createTimes(), pull: createTimes() };
  const add = (name: string, count: number, labels: Labels = {}): void => {
    const total = totals.get(name) ?? new Map<string, number>();
    totals.set(name, total.set(labelled(labels), (total.get(labelled(labels)) ?? 0) + count));
  };
  for (const name of ["pulled_rows", "audit_disagreements", "storage_failures"]) add(name, 0);
  return {
    pushed: (answer) =>
      add("pushed_records", 1, answer === "kept" ? { answer } : { answer: "refused", code: answer }),
    pulledRows: (count) => add("pulled_rows", count),
    disagreed: (scopes) => add("audit_disagreements", scopes),
    storageFailed: (code) => add("storage_failures", 1, { code }),
    took: (what, ms) => times[what].add(ms / 1000),
    page: (now) =>
      [
        ...[...totals].flatMap(([name, values]) => [
          `# TYPE waymark_${name}_total counter`,
          ...[...values].map(([labels, value]) => `waymark_${name}_total${labels} ${value}`),
        ]),
        ...times.push.lines("push"),
        ...times.pull.lines("pull"),
        ...gaugeLines(now),
        "",
      ].join("\n"),
  };
}

const labelled = (labels: Labels): string => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
};

/** How often something took how long. */
function createTimes() {
  const counts = limitsSeconds.map(() => 0);
  let [sum, count] = [0, 0];
  return {
    add: (seconds: number): void => {
      sum += seconds;
      count += 1;
      for (const [index, limit] of limitsSeconds.entries())
        if (seconds <= limit) counts[index] = (counts[index] ?? 0) + 1;
    },
    lines: (what: Timed): string[] => [
      `# TYPE waymark_${what}_seconds histogram`,
      ...limitsSeconds.map(
        (le, index) => `waymark_${what}_seconds_bucket${labelled({ le })} ${counts[index]}`,
      ),
      `waymark_${what}_seconds_bucket${labelled({ le: "+Inf" })} ${count}`,
      `waymark_${what}_seconds_sum ${sum}`,
      `waymark_${what}_seconds_count ${count}`,
    ],
  };
}

function gaugeLines({ openDoorbells, oldestTransactionMs, eventLoopDelayMs, memoryBytes }: Gauges): string[] {
  const delay = Object.entries({ "0.5": "median", "0.99": "p99", "1": "max" } as const);
  return [
    "# TYPE waymark_open_doorbells gauge",
    `waymark_open_doorbells ${openDoorbells}`,
    "# TYPE waymark_oldest_transaction_seconds gauge",
    `waymark_oldest_transaction_seconds ${oldestTransactionMs === undefined ? "NaN" : oldestTransactionMs / 1000}`,
    "# TYPE waymark_event_loop_delay_seconds gauge",
    ...delay.map(
      ([quantile, which]) =>
        `waymark_event_loop_delay_seconds${labelled({ quantile })} ${eventLoopDelayMs[which] / 1000}`,
    ),
    "# TYPE process_resident_memory_bytes gauge",
    `process_resident_memory_bytes ${memoryBytes}`,
  ];
}
