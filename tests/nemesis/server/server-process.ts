/**
 * One node: the product's own `sync-server/main.ts` in a process of its own, which is ended without warning,
 * asked to stop, set to another time, and given a disk that takes nothing more.
 */
import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "#tests/support/free-port.ts";

/** What a node is started with. */
export interface NodeOptions {
  readonly name: string;
  /** Where it finds its database. */
  readonly environment: Readonly<Record<string, string>>;
  /** How wrong its clock is at the moment, in milliseconds. */
  readonly shiftMs: () => number;
  /** Hears each line it writes of something that went wrong. */
  readonly onComplaint: (line: string) => void;
}

/** How long a node may take to listen, in milliseconds; a loaded machine needs seconds. */
const startLimitMs = 60_000;

/** Kept from one start to the next, since a nemesis starts hundreds. */
const compiled = join(tmpdir(), "waymark-nemesis-compiled");

const execArguments = ["--import", new URL("./shifted-clock.ts", import.meta.url).href];

/** Listens nowhere yet. */
export class ServerProcess {
  readonly options: NodeOptions;
  #child: ChildProcess | undefined;
  #starting: Promise<void> | undefined;
  #port = 0;

  constructor(options: NodeOptions) {
    this.options = options;
  }

  /** Where it listens; undefined while it does not. */
  get port(): number | undefined {
    return this.#child && !this.#starting ? this.#port : undefined;
  }

  /** True while there is no process, and none is being started. */
  get isDown(): boolean {
    return this.#child === undefined && this.#starting === undefined;
  }

  /** Starts it, and resolves when it listens or has ended again. */
  start(): Promise<void> {
    if (this.#child && !this.#starting) return Promise.resolve();
    this.#starting ??= this.#start().finally(() => (this.#starting = undefined));
    return this.#starting;
  }

  /** `kill -9`: nothing is finished, flushed or said. */
  kill(): void {
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
  }

  /** Kills it, and resolves when the process is gone. */
  async killed(): Promise<void> {
    const child = this.#child;
    this.kill();
    if (child && child.exitCode === null && child.signalCode === null) await once(child, "exit");
  }

  /** Asks it to stop, and waits until it has. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  }

  /** Sets its clock as its options have it now. */
  tellTime(): void {
    if (this.#child?.connected) this.#child.send(this.options.shiftMs());
  }

  /** Lets none of its files grow beyond this many bytes, as on a full disk; any size without. False where the system cannot. */
  limitFiles(sizeBytes?: number): boolean {
    const pid = this.#child?.pid;
    if (pid === undefined) return false;
    const limit = `--fsize=${sizeBytes ?? "unlimited"}:`;
    return spawnSync("prlimit", ["--pid", String(pid), limit]).status === 0;
  }

  async #start(): Promise<void> {
    this.#port = await freePort();
    const child = spawn(process.execPath, [...execArguments, "sync-server/main.ts"], {
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      env: {
        ...process.env,
        ...this.options.environment,
        NODE_COMPILE_CACHE: compiled,
        PORT: String(this.#port),
        HOST: "127.0.0.1",
        NEMESIS_CLOCK_SHIFT_MS: String(this.options.shiftMs()),
      },
    });
    this.#child = child;
    const ended = once(child, "exit").then(() => {
      if (this.#child === child) this.#child = undefined;
    });
    for (const stream of [child.stdout, child.stderr])
      if (stream) createInterface(stream).on("line", (line) => this.#hear(line));
    const until = performance.now() + startLimitMs;
    while (this.#child === child && performance.now() < until && !(await isListening(this.#port)))
      await Promise.race([ended, pause(20)]);
  }

  #hear(line: string): void {
    if (line.startsWith("{") || /error|throw/i.test(line)) this.options.onComplaint(line);
  }
}

const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const end = (is: boolean) => {
      socket.destroy();
      resolve(is);
    };
    socket.on("connect", () => end(true));
    socket.on("error", () => end(false));
  });
