import { expect, onTestFinished, test } from "vitest";
import type { Storage } from "#server/storage/storage.ts";
import { StorageFailure } from "#server/storage/storage.ts";
import { createServer } from "#server/server.ts";
import { aDevice, aRecord, aSchool, aServer, learner, person, withPeople } from "#tests/support/server.ts";
import { serveMetrics } from "./metrics-page.ts";

const anEntry = () =>
  aRecord("log-entry", { learner: learner("ann"), by: person("ann") }, (draft) => draft.type("did", "x"));

/** A server whose numbers can be read, on a storage that can be told to fail. */
async function aWatchedServer() {
  const { storage } = await aServer();
  let failure: StorageFailure | undefined;
  const failing: Storage = {
    ...storage,
    write: (work) => (failure ? Promise.reject(failure) : storage.write(work)),
  };
  const server = await createServer({ storage: failing });
  await withPeople(server, aSchool);
  const page = await serveMetrics(server.site, { port: 0, host: "127.0.0.1" });
  onTestFinished(async () => {
    await page.close();
    await server.close();
  });
  const ask = (path: string) => fetch(`http://127.0.0.1:${page.port}${path}`);
  const lines = async () => (await (await ask("/metrics")).text()).split("\n");
  return { server, ask, lines, fail: (with_: StorageFailure) => void (failure = with_) };
}

test("the page counts what was pushed, refused and pulled, and how long it took", async () => {
  const { server, lines } = await aWatchedServer();
  const phone = await aDevice(server, person("ann"));
  const stranger = await aDevice(server, person("zak"));
  await phone.push(anEntry(), anEntry());
  await stranger.push(anEntry());
  const { rows } = await phone.pull();
  const found = await lines();
  expect(found).toContain('waymark_pushed_records_total{answer="kept"} 2');
  expect(found).toContain('waymark_pushed_records_total{answer="refused",code="not-allowed"} 1');
  expect(found).toContain(`waymark_pulled_rows_total ${rows.length}`);
  expect(found).toContain("waymark_push_seconds_count 2");
  expect(found).toContain('waymark_pull_seconds_bucket{le="+Inf"} 1');
  expect(found).toContain("waymark_open_doorbells 0");
  expect(found).toContain("waymark_oldest_transaction_seconds 0");
});

test("the page counts where a device and the server held different things", async () => {
  const { server, lines } = await aWatchedServer();
  const phone = await aDevice(server, person("ann"));
  await phone.push(anEntry());
  const { positions } = await phone.pull();
  const scopes = Object.fromEntries(
    Object.entries(positions).map(([scope, position]) => [scope, { position, digest: 1 }]),
  );
  await phone.ask("audit", ["audit", "audited"], { scopes } as never);
  expect(await lines()).toContain(`waymark_audit_disagreements_total ${Object.keys(scopes).length}`);
});

test("the page counts failures of the storage by their code, and is there while it fails", async () => {
  const { server, lines, fail } = await aWatchedServer();
  const phone = await aDevice(server, person("ann"));
  fail(new StorageFailure("storage-full", undefined));
  await expect(phone.push(anEntry())).rejects.toThrow("storage-full");
  expect(await lines()).toContain('waymark_storage_failures_total{code="storage-full"} 1');
});

test("no line of the page says who or what", async () => {
  const { server, lines } = await aWatchedServer();
  const phone = await aDevice(server, person("ann"));
  await phone.push(anEntry());
  await phone.pull();
  for (const line of await lines()) expect(line).not.toMatch(/person_|learner_|log-entry_|device|ann/);
});

test("only the page is served there, and never by the app itself", async () => {
  const { server, ask } = await aWatchedServer();
  for (const path of ["/", "/health", "/api/session"]) expect((await ask(path)).status).toBe(404);
  const app = await server.app.inject({ url: "/metrics" });
  expect(app.body).not.toContain("waymark_");
});
