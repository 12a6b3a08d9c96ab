import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { afterEach, beforeEach, expect, test } from "vitest";
import { holdDataFolder, takeDataFolder } from "./data-folder-lock.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "waymark-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a folder is taken alone only while nobody holds it, and several servers hold it together", () => {
  const holds = [holdDataFolder(folder), holdDataFolder(folder)];
  expect(takeDataFolder(folder)).toBeUndefined();
  holds[0]?.release();
  expect(takeDataFolder(folder)).toBeUndefined();
  holds[1]?.release();
  const taken = takeDataFolder(folder);
  expect(taken).toBeDefined();
  expect(() => holdDataFolder(folder)).toThrow(/locked/);
  taken?.release();
  holdDataFolder(folder).release();
});

test("a server that was killed holds nothing any more", async () => {
  const holding = `
    import { holdDataFolder } from ${JSON.stringify(new URL("./data-folder-lock.ts", import.meta.url).href)};
    globalThis.hold = holdDataFolder(${JSON.stringify(folder)});
    console.log("holding");
    setInterval(() => globalThis.hold, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", holding], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  expect(takeDataFolder(folder)).toBeUndefined();
  child.kill("SIGKILL");
  await once(child, "exit");
  const taken = takeDataFolder(folder);
  expect(taken).toBeDefined();
  taken?.release();
});
