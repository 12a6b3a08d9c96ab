/** What a command line was meant to be, where it cannot be read: a slip of the fingers is no bug. */

/** True when a command was given options or words it does not know, thrown while they were read. */
export const isMistyped = (error: unknown): boolean =>
  error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_");

/** How a server is started. */
export const startUsage = `
  Not started: what stands after npm start is not known here. It is called like this:

  npm start             serves the app, and keeps what people write
  npm start -- --demo   the same, with the demo school to explore

  Where it listens and keeps its data is set by variables, as in PORT=8080 npm start:
  sync-server/README.md has them all.

`;
