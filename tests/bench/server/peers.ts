/**
 * What the server is held against beside the limit: installed from a lock file of its own when it is first needed,
 * and run in a process of its own as ours is. A peer that cannot be had here is left out, with the reason.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startProcess, type ServerProcess } from "./children.ts";

/** Where peers are: a package of its own, so that no user ever installs them. */
export const peersFolder = "tests/bench/peers";

/** A peer's name, which is that of its script too. */
export type PeerName = "hocuspocus" | "pouchdb";

/** A running peer with data of its own. */
export interface RunningPeer extends ServerProcess {
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

/** Installs the peers if they are not; then starts one. Undefined where it cannot be had, which is said once. */
export async function startPeer(name: PeerName): Promise<RunningPeer | undefined> {
  try {
    installPeers();
    return await started(name);
  } catch (error) {
    console.error(`${name} is left out: ${String(error)}`);
    return undefined;
  }
}

async function started(name: PeerName): Promise<RunningPeer> {
  const folder = await mkdtemp(join(tmpdir(), `waymark-bench-${name}-`));
  const running = await startProcess(join(peersFolder, `${name}.js`), { folder });
  return {
    ...running,
    remove: async () => {
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function installPeers(): void {
  const lock = readFileSync(join(peersFolder, "package-lock.json"), "utf8");
  const stamp = join(peersFolder, "node_modules", ".installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.error("installing what the server is held against; once");
  npm("ci", "--ignore-scripts", "--no-audit", "--no-fund");
  writeFileSync(stamp, lock);
}

function npm(...said: readonly string[]): void {
  const { status } = spawnSync("npm", said, { cwd: peersFolder, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error(`npm ${said[0] ?? ""} failed`);
}
