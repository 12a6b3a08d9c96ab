/** What an operator reads when something cannot be used: what is wrong, what is safe, what to do, and last what was answered. */

/** What stands in the way. */
export interface Trouble {
  /** A sentence. */
  readonly wrong: string;
  /** Lines. */
  readonly remedy: readonly string[];
  /** What the system or the database said. */
  readonly said?: string | undefined;
}

/** Thrown where a server or a command cannot begin for a reason that whoever runs it can do something about. */
export class CannotStart extends Error {
  /** Lines to print. */
  readonly advice: string;

  constructor(trouble: Trouble, cause?: unknown) {
    super(trouble.wrong, { cause });
    this.advice = adviceOn(trouble);
  }
}

/** The lines to print. */
export function adviceOn({ wrong, remedy, said }: Trouble): string {
  const lines = [
    wrong,
    "",
    "Nothing is lost: the database is as it was, and devices keep what people write",
    "until a server takes it.",
    "",
    "What to do:",
    ...remedy.map((line) => `  ${line}`),
    ...(said === undefined ? [] : ["", `What was answered: ${said}`]),
  ];
  return `\n${lines.map((line) => (line === "" ? "" : `  ${line}`)).join("\n")}\n\n`;
}
