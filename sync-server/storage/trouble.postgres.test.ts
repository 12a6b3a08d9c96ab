/** What becomes of writes when PostgreSQL, or somebody on it, does not do its part. */
import { describe, expect, onTestFinished, test } from "vitest";
import { createServer, type Server } from "#server/server.ts";
import {
  aDatabase,
  connected,
  isPostgresHere,
  onDatabase,
  whyNoOther,
} from "#tests/support/postgres/postgres.ts";
import { startPostgres } from "#tests/support/postgres/postgres-ready.ts";
import { aDevice, aRecord, aSchool, learner, person, withPeople } from "#tests/support/server.ts";
import { openPostgres, type Patience } from "./postgres.ts";
import { StorageFailure } from "./storage.ts";

const patience: Patience = { lockMs: 400, statementMs: 10_000, idleMs: 60_000 };

async function aServerOn(url: string): Promise<Server> {
  const server = await createServer({ storage: await openPostgres({ url }) });
  onTestFinished(() => server.close());
  return server;
}

const anEntry = () =>
  aRecord("log-entry", { learner: learner("ann"), by: person("ann") }, (draft) => draft.type("did", "x"));

const health = async ({ app }: Server) => {
  const response = await app.inject({ url: "/health" });
  return { status: response.statusCode, reason: response.json<{ reason?: string }>().reason };
};

const ids = (records: readonly { readonly envelope: { readonly id: string } }[]) =>
  records.map(({ envelope }) => envelope.id);

/** Ends every connection of the servers, as a network or an operator does. */
const cutConnections = (url: string) =>
  onDatabase(
    url,
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'waymark' and datname = current_database()",
  );

describe.skipIf(!isPostgresHere)("others on PostgreSQL", () => {
  test("[S7] a write that is held open while others write and pull is neither overtaken nor lost", async () => {
    const url = await aDatabase();
    const storage = await openPostgres({ url });
    const [held, done] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let isHeld = false;
    const slow = await createServer({
      storage: {
        ...storage,
        write: (work) =>
          storage.write(async (t) => {
            const result = await work(t);
            if (!isHeld) return result;
            held.resolve();
            await done.promise;
            return result;
          }),
      },
    });
    const quick = await createServer({ storage: await openPostgres({ url }) });
    onTestFinished(async () => void (await Promise.all([slow.close(), quick.close()])));
    await withPeople(quick, aSchool);
    const tablet = await aDevice(slow, person("ann"), "tablet");
    const phone = await aDevice(quick, person("ann"), "phone");
    const before = await phone.pull();
    const [first, second] = [anEntry(), anEntry()];
    isHeld = true;
    const pushes = [tablet.push(first)];
    await held.promise;
    pushes.push(phone.push(second));
    const meanwhile = await phone.pull(before.positions);
    expect(meanwhile.records).toEqual([]);
    done.resolve();
    expect((await Promise.all(pushes)).flat().every(({ kept }) => kept)).toBe(true);
    const after = await phone.pull({ ...before.positions, ...meanwhile.positions });
    expect(ids(after.records)).toEqual(ids([first, second]));
  });

  test("[A8] what a read sees stays as it was at its start, whatever others write meanwhile", async () => {
    const storage = await openPostgres({ url: await aDatabase() });
    onTestFinished(() => storage.close());
    await storage.write(({ meta }) => meta.put("word", "before"));
    const seen = await storage.read(async ({ meta }) => {
      const first = await meta.get("word");
      await storage.write((t) => t.meta.put("word", "after"));
      return [first, await meta.get("word")];
    });
    expect(seen).toEqual(["before", "before"]);
    expect(await storage.read(({ meta }) => meta.get("word"))).toBe("after");
  });

  test("somebody's idle transaction in the way is answered with storage-failed and seen by whoever watches", async () => {
    const url = await aDatabase();
    // Older than its own calls to other servers ever are, and younger than what a write has waited for in vain.
    const transactionLimitMs = patience.lockMs / 2;
    const server = await createServer({ storage: await openPostgres({ url, patience }), transactionLimitMs });
    onTestFinished(() => server.close());
    await withPeople(server, aSchool);
    const phone = await aDevice(server, person("ann"));
    const entry = anEntry();
    expect(await health(server)).toEqual({ status: 200, reason: undefined });
    const idle = await connected(url);
    await idle.query("begin");
    await idle.query("update positions set value = value + 1");
    await expect(phone.push(entry)).rejects.toThrow("storage-failed");
    expect(await health(server)).toEqual({ status: 503, reason: "transaction-too-old" });
    await idle.query("rollback");
    await idle.end();
    expect((await phone.push(entry))[0]?.kept).toBeDefined();
    expect(await health(server)).toEqual({ status: 200, reason: undefined });
  });
});

describe.skipIf(!isPostgresHere)("tables that change while a server works", () => {
  test("what it keeps ready is made ready anew: nothing that is pushed or pulled fails", async () => {
    const url = await aDatabase();
    const server = await aServerOn(url);
    await withPeople(server, aSchool);
    const phone = await aDevice(server, person("ann"));
    await phone.push(anEntry());
    const before = await Promise.all(Array.from({ length: 12 }, () => phone.pull()));
    await onDatabase(
      url,
      "alter table records add column later text; alter table memberships add column later text; alter table meta add column later text; alter table commits add column later text",
    );
    const answers = (await Promise.all(Array.from({ length: 12 }, () => phone.push(anEntry())))).flat();
    expect(answers.map(({ refused }) => refused)).toEqual(answers.map(() => undefined));
    const after = await Promise.all(Array.from({ length: 12 }, () => phone.pull()));
    for (const { records } of after) expect(records).toHaveLength((before[0]?.records.length ?? 0) + 12);
  });
});

describe.skipIf(!isPostgresHere)("writes that PostgreSQL ends", () => {
  test("a write that idles too long is ended by the database, keeps nothing, and the next has its turn", async () => {
    const url = await aDatabase();
    const storage = await openPostgres({ url, patience: { ...patience, lockMs: 20_000, idleMs: 1000 } });
    onTestFinished(() => storage.close());
    const [held, stuck] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const idling = storage.write(async ({ meta }) => {
      await meta.put("word", "from who fell asleep");
      held.resolve();
      await stuck.promise;
      await meta.put("another", "word");
    });
    await held.promise;
    await storage.write(({ meta }) => meta.put("next", "had its turn"));
    stuck.resolve();
    await expect(idling).rejects.toThrow(StorageFailure);
    expect(await storage.read(({ meta }) => meta.get("word"))).toBeUndefined();
    expect(await storage.read(({ meta }) => meta.get("next"))).toBe("had its turn");
  });

  test("a write that the database ended for another's sake is run again, twice at most, and keeps nothing twice", async () => {
    const url = await aDatabase();
    const storage = await openPostgres({ url });
    onTestFinished(() => storage.close());
    const failsTimes = (times: number, code: string) =>
      onDatabase(
        url,
        "drop trigger if exists trouble on meta",
        "drop sequence if exists troubles",
        "create sequence troubles",
        `create or replace function trouble() returns trigger language plpgsql as $$ begin
           if nextval('troubles') <= ${times} then raise exception using errcode = '${code}'; end if; return new; end $$`,
        "create trigger trouble before insert on meta for each row execute function trouble()",
      );
    let runs = 0;
    const add = () =>
      storage.write(async ({ meta }) => {
        runs += 1;
        await meta.put(`run ${runs}`, "kept");
      });
    await failsTimes(2, "40001");
    await add();
    expect(runs).toBe(3);
    const kept = await storage.read(({ meta }) =>
      Promise.all([1, 2, 3].map((run) => meta.get(`run ${run}`))),
    );
    expect(kept).toEqual([undefined, undefined, "kept"]);
    await failsTimes(3, "40P01");
    await expect(add()).rejects.toMatchObject({ code: "storage-failed" });
    await failsTimes(1, "53100");
    await expect(add()).rejects.toMatchObject({ code: "storage-full" });
    expect(runs).toBe(7);
  });
});

describe.skipIf(!isPostgresHere)("a PostgreSQL that goes away", () => {
  test("when connections are cut in the middle of pushes, what was acknowledged is there and the rest can be sent again", async () => {
    const url = await aDatabase();
    const server = await aServerOn(url);
    await withPeople(server, aSchool);
    const phone = await aDevice(server, person("ann"));
    const entries = Array.from({ length: 40 }, anEntry);
    const sent = await Promise.allSettled(
      entries.map(async (entry, index) => {
        if (index === 10) await cutConnections(url);
        return phone.push(entry);
      }),
    );
    const acknowledged = entries.filter((_, index) => sent[index]?.status === "fulfilled");
    const failed = entries.filter((_, index) => sent[index]?.status === "rejected");
    for (const { reason } of sent.filter((one) => one.status === "rejected"))
      expect(String(reason)).toContain("storage-failed");
    const kept = new Set(ids((await phone.pull()).records));
    expect(ids(acknowledged).filter((id) => !kept.has(id))).toEqual([]);
    const answers = failed.length > 0 ? await phone.push(...failed) : [];
    expect(answers.every((answer) => answer.kept)).toBe(true);
    expect(ids((await phone.pull()).records).filter((id) => id.startsWith("log-entry"))).toHaveLength(40);
  });

  test.skipIf(whyNoOther !== "")(
    `a database that was stopped and started again is found by itself${whyNoOther}`,
    async () => {
      const postgres = await startPostgres();
      onTestFinished(() => postgres.remove());
      const server = await createServer({ storage: await openPostgres({ url: postgres.url, patience }) });
      await withPeople(server, aSchool);
      const phone = await aDevice(server, person("ann"));
      const [before, during] = [anEntry(), anEntry()];
      await phone.push(before);
      await postgres.stop();
      await expect(phone.push(during)).rejects.toThrow("storage-failed");
      expect(await health(server)).toEqual({ status: 503, reason: "storage-failed" });
      await postgres.start();
      expect((await phone.push(during))[0]?.kept).toBeDefined();
      expect(await health(server)).toEqual({ status: 200, reason: undefined });
      const found = ids((await phone.pull()).records);
      expect(found).toEqual(expect.arrayContaining(ids([before, during])));
      await server.close();
    },
  );
});
