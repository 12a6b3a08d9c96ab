import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { learnerOfPerson, type PersonId } from "#model/id.ts";
import type { Account } from "#model/wire/api.ts";
import { startServer, type RunningServer } from "#tests/e2e/support/running-server.ts";
import { createMemoryDisk } from "#tests/support/memory-rows.ts";
import { aRecord } from "#tests/support/server.ts";
import { over, round, write, type Holder } from "./device.ts";

// The commands as an operator gives them, and a server that is a process of its own.

const demoPassword = "the demo's words";

interface Ended {
  readonly code: number;
  readonly said: string;
}

const command = (words: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ended> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["sync-server/backup/main.ts", ...words],
      { env: { ...process.env, ...environment } },
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, said: stdout + stderr }),
    );
  });

let copies: string;
let servers: RunningServer[];
beforeEach(async () => {
  copies = await mkdtemp(join(tmpdir(), "waymark-copies-"));
  servers = [];
});
afterEach(async () => {
  for (const server of servers) await server.remove();
  await rm(copies, { recursive: true });
});

async function start(options: Parameters<typeof startServer>[0]): Promise<RunningServer> {
  const server = await startServer(options);
  servers.push(server);
  return server;
}

const post = (url: string, path: string, { body, cookie = "" }: { body: object; cookie?: string }) =>
  fetch(`${url}/api${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify(body),
  });

/** Signs a device in, as the browser does. */
async function signIn(url: string, userName: string, password: string): Promise<Holder> {
  const answer = await post(url, "/session", { body: { userName, password, deviceName: "a device" } });
  if (!answer.ok) throw new Error(await answer.text());
  const [cookie = ""] = (answer.headers.get("set-cookie") ?? "").split(";");
  const { person } = (await answer.json()) as Account;
  return { name: userName, person, cookie, disk: createMemoryDisk() };
}

const statusOf = async (url: string, { cookie }: Holder): Promise<number> =>
  (await fetch(`${url}/api/session`, { headers: { cookie } })).status;

const entry = (person: PersonId, words: string) =>
  aRecord("log-entry", { learner: learnerOfPerson(person), by: person }, (draft) => draft.type("did", words));

const wordsOn = ({ disk }: Holder): readonly unknown[] =>
  [...disk.rows.values()].map(({ value }) => value["did"]);

test("[S11] [S13] backed up while it serves, killed, restored and started again by command: nothing is lost and nobody is let in again", async () => {
  const server = await start({ demo: demoPassword });
  const [userName = ""] = /^\s*(\S+).*learner$/m.exec(server.output())?.slice(1) ?? [];
  const phone = await signIn(server.url, userName, demoPassword);
  const [before, after] = [entry(phone.person, "Written before"), entry(phone.person, "Written after")];
  await round(phone, over(server.url));
  await write(phone, before);
  expect((await round(phone, over(server.url))).allSent).toBe(true);
  const left = await signIn(server.url, userName, demoPassword);

  const places = { DATA_DIR: server.dataFolder };
  const copy = join(copies, "copy.db");
  expect(await command(["backup", copy], places)).toMatchObject({ code: 0 });
  expect(await command(["backup", copy], places)).toMatchObject({ code: 1 });
  await write(phone, after);
  expect((await round(phone, over(server.url))).allSent).toBe(true);
  const change = { body: { current: demoPassword, next: "quite other words" }, cookie: phone.cookie };
  expect((await post(server.url, "/session/password", change)).status).toBe(200);
  expect(await statusOf(server.url, left)).toBe(401);

  const early = await command(["restore", copy], places);
  expect(early).toMatchObject({ code: 1 });
  expect(early.said).toContain("Stop it first");
  await server.kill();
  const restored = await command(["restore", copy], places);
  expect(restored).toMatchObject({ code: 0 });
  expect(restored.said).toContain("is in place");
  expect(
    (await readdir(server.dataFolder)).filter((name) => name.startsWith("waymark-before-")),
  ).toHaveLength(1);

  const again = await start({ data: server.dataFolder });
  expect(await statusOf(again.url, left)).toBe(401);
  await expect(signIn(again.url, userName, demoPassword)).rejects.toThrow("wrong-password");
  expect((await round(phone, over(again.url))).allSent).toBe(true);
  const fresh = await signIn(again.url, userName, "quite other words");
  await round(fresh, over(again.url));
  expect(wordsOn(fresh)).toEqual(expect.arrayContaining(["Written before", "Written after"]));
}, 90_000);

test("the commands say how they are called", async () => {
  const mistyped = [
    ["restore", "a", "--jurnal", "b"],
    ["restore", "a", "--journal"],
  ];
  for (const words of [[], ["restore"], ["backup"], ["backup", "a", "b"], ...mistyped])
    expect(await command(words, { DATA_DIR: copies })).toEqual({
      code: 1,
      said: expect.stringContaining("npm run backup -- FILE") as unknown,
    });
  const postgres = await command(["backup", "a"], { DATABASE_URL: "postgres://nowhere/none" });
  expect(postgres.said).toContain("pg_dump");
});
