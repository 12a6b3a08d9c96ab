/** The real server as a process of its own, on a port and a data folder of its own. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { freePort } from "#tests/support/free-port.ts";

/** A server that can be stopped, killed and started again on the same data. */
export interface RunningServer {
  readonly url: string;
  readonly dataFolder: string;
  /** What it has printed so far. */
  output(): string;
  start(): Promise<void>;
  /** Asks it to stop, as an operator does; resolves when it has. */
  stop(): Promise<void>;
  /** Ends it without asking. */
  kill(): Promise<void>;
  /** Kills it and removes its data. */
  remove(): Promise<void>;
}

/** What a server may be started with. */
export interface ServerOptions {
  /** Loads the demo school with this password. */
  readonly demo?: string;
  /** A data folder to begin with a copy of. */
  readonly data?: string;
  /** The folder in which `dist`, the built app, stands; this project's own without it. */
  readonly appIn?: string;
  /** A PostgreSQL to run on. Never the one of the environment: that is for tests to make databases on. */
  readonly databaseUrl?: string;
}

/** Starts a server on a data folder of its own, which is empty if nothing else is said. */
export async function startServer({
  demo,
  data,
  appIn = ".",
  databaseUrl,
}: ServerOptions = {}): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), "waymark-"));
  if (data !== undefined) await cp(data, folder, { recursive: true });
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let printed = "";
  let child: ChildProcess | undefined;
  let isMeantToRun = false;

  const end = async (signal: "SIGTERM" | "SIGKILL"): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    isMeantToRun = false;
    child.kill(signal);
    await ended;
  };
  const start = async (): Promise<void> => {
    child = spawn(process.execPath, [resolve("sync-server/main.ts"), ...(demo ? ["--demo"] : [])], {
      cwd: appIn,
      env: {
        ...process.env,
        PORT: String(port),
        DATA_DIR: folder,
        DATABASE_URL: databaseUrl,
        ...(demo ? { DEMO_PASSWORD: demo } : {}),
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const listening = Promise.withResolvers<void>();
    const read = (bytes: Buffer): void => {
      printed += bytes.toString();
      if (printed.includes(url)) listening.resolve();
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", (code, signal) => {
      const told = `The server at ${url} ended with ${code ?? signal}:\n${printed}`;
      listening.reject(new Error(told));
      // A story that breaks over it else tells only of connections that were refused.
      if (isMeantToRun) process.stderr.write(`${told}\n`);
    });
    printed = "";
    await listening.promise;
    isMeantToRun = true;
  };

  const server: RunningServer = {
    url,
    dataFolder: folder,
    output: () => printed,
    start,
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
    remove: async () => {
      await end("SIGKILL");
      await rm(folder, { recursive: true, force: true });
    },
  };
  await start();
  return server;
}
