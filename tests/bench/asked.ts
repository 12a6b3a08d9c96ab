/** What a call of a bench asks for. A slip of the fingers is answered with how it is called, and nothing is measured. */
import { parseArgs } from "node:util";
import { isMistyped } from "#server/start/mistyped.ts";

/** A bench as it is called. */
interface Command {
  /** What stands after `npm run`. */
  readonly name: string;
  readonly measurements: readonly string[];
  /** How often each is run, where nobody says. */
  readonly runs: number;
  /** True where `--full` adds long measurements. */
  readonly hasLong?: boolean;
}

/** What somebody asked for. */
interface Asked {
  readonly runs: number;
  readonly json?: string | undefined;
  readonly full: boolean;
  /** Beginnings of names; empty where all are meant. */
  readonly wanted: readonly string[];
}

const usageOf = ({ name, measurements, runs, hasLong = false }: Command): string =>
  [
    `npm run ${name} -- [MEASUREMENT …] [--runs ${runs}] [--json FILE]${hasLong ? " [--full]" : ""}`,
    "",
    "  MEASUREMENT   only those whose names begin so:",
    ...measurements.map((measurement) => `                ${measurement}`),
    `  --runs N      how often each is run (${runs})`,
    "  --json FILE   also writes the figures into a file",
    ...(hasLong ? ["  --full        the long ones, too"] : []),
  ].join("\n");

function readAsked({ runs, hasLong = false }: Command): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: "string" },
        runs: { type: "string", default: String(runs) },
        full: { type: "boolean", default: false },
      },
    });
    const isKnown = hasLong || !values.full;
    return isKnown ? { ...values, runs: Number(values.runs), wanted: positionals } : undefined;
  } catch (error) {
    if (!isMistyped(error)) throw error;
    return undefined;
  }
}

function wrongWith({ name, measurements }: Command, asked: Asked | undefined): string | undefined {
  if (!asked) return `Not begun: what stands after npm run ${name} is not known here.`;
  if (!Number.isSafeInteger(asked.runs) || asked.runs < 1) return "That is no number of runs.";
  const unknown = asked.wanted.find((wanted) => !measurements.some((known) => known.startsWith(wanted)));
  return unknown === undefined ? undefined : `No measurement is called “${unknown}”.`;
}

/** What is asked of a bench by the words after its name; undefined when they were answered with how it is called. */
export function askedOf(command: Command): Asked | undefined {
  const asked = readAsked(command);
  const wrong = wrongWith(command, asked);
  if (wrong === undefined) return asked;
  process.stderr.write(`${wrong}\n\n${usageOf(command)}\n`);
  process.exitCode = 1;
  return undefined;
}
