/** Processes that are measured: servers of ours and of others, each telling its port and its memory. */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import type { DatabasePlace } from "./databases.ts";

/** A server in a process of its own, on this machine's own address. */
export interface ServerProcess {
  readonly port: number;
  /** Resident bytes, after collecting what is no longer used. */
  memoryBytes(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a script that says `{port}` once it listens. */
export async function startProcess(script: string, argument: unknown): Promise<ServerProcess> {
  const child = fork(resolve(script), [JSON.stringify(argument)], {
    execArgv: ["--expose-gc"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const { port } = await said<{ port: number }>(child);
  return {
    port,
    memoryBytes: async () => {
      child.send("memory");
      return (await said<{ memoryBytes: number }>(child)).memoryBytes;
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.send("stop");
      const patience = setTimeout(() => child.kill("SIGKILL"), 10_000);
      await ended;
      clearTimeout(patience);
    },
  };
}

/** Starts servers of ours on one database. */
export const startNodes = (place: DatabasePlace, count: number): Promise<ServerProcess[]> =>
  Promise.all(Array.from({ length: count }, () => startProcess("tests/bench/server/node.ts", place)));

async function said<T>(child: ChildProcess): Promise<T> {
  const ended = (code: number | null): never => {
    throw new Error(`A measured server ended with ${code}.`);
  };
  const waiting = new AbortController();
  try {
    return await Promise.race([
      once(child, "message", waiting).then(([message]) => message as T),
      once(child, "exit", waiting).then(([code]) => ended(code as number | null)),
    ]);
  } finally {
    waiting.abort();
  }
}
