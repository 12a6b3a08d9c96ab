/** What an operator reads when a server is started on a PostgreSQL that it cannot use. */
import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { freePort } from "#tests/support/free-port.ts";
import { aDatabase, connected, isPostgresHere, onDatabase } from "#tests/support/postgres/postgres.ts";
import { aPooler } from "#tests/support/postgres/pooler.ts";
import { openPool } from "./postgres-database.ts";
import { examine } from "./postgres-examined.ts";
import { openPostgres } from "./postgres.ts";

const server = inject("postgres") ?? "";
const secret = "words-of-theirs";

/** Runs a program of the product to its end, as an operator does. */
async function ran(databaseUrl: string, ...program: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), "waymark-unusable-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const env = { PORT: "0", DATA_DIR: folder, DATABASE_URL: databaseUrl };
  return new Promise<{ code: unknown; out: string; said: string }>((resolve) => {
    execFile(process.execPath, [...program], { env }, (error, out, said) =>
      resolve({ code: error?.code, out, said }),
    );
  });
}

/** Starts a server that must not start, and returns what it says. Whatever is wrong, it says what is safe and what to do. */
async function refusal(databaseUrl: string, ...program: readonly string[]): Promise<string> {
  const { code, out, said } = await ran(
    databaseUrl,
    ...(program.length > 0 ? program : ["sync-server/main.ts"]),
  );
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(said).toMatch(/^\n {2}The database cannot be used: /);
  expect(said).toContain("Nothing is lost");
  expect(said).toContain("What to do:\n");
  expect(said).not.toContain("    at ");
  expect(said).not.toContain(secret);
  return said;
}

/** A user without rights of its own, and the address of a database as that user. */
async function asSomebody(database: string): Promise<{ name: string; url: string }> {
  const url = new URL(database);
  const name = `user_of_${url.pathname.slice(1)}`;
  await onDatabase(server, `create role ${name} login password '${secret}'`);
  onTestFinished(() => onDatabase(server, `drop owned by ${name}`, `drop role ${name}`));
  [url.username, url.password] = [name, secret];
  return { name, url: url.href };
}

const changed = (address: string, change: (url: URL) => void): string => {
  const url = new URL(address);
  change(url);
  return url.href;
};

describe.skipIf(!isPostgresHere)(
  "a server that is started on a PostgreSQL it cannot use ends and says why",
  () => {
    test("a wrong password", async () => {
      const { name, url } = await asSomebody(await aDatabase());
      const said = await refusal(changed(url, (wrong) => (wrong.password = `${secret}2`)));
      expect(said).toContain(`does not take the password of “${name}”`);
      expect(said).toContain("write % as %25");
    });

    test("a database that is not there, with the line that makes it", async () => {
      const { name, url } = await asSomebody(await aDatabase());
      const said = await refusal(changed(url, (wrong) => (wrong.pathname = "/not_there")));
      expect(said).toContain("there is no database “not_there”");
      expect(said).toContain(`create database "not_there" owner "${name}"`);
    });

    test("nothing that answers, whether the host is a number or a name with several", async () => {
      const port = await freePort();
      for (const host of ["127.0.0.1", "localhost"]) {
        const said = await refusal(`postgres://somebody:${secret}@${host}:${port}/waymark`);
        expect(said).toContain(`nothing answers at ${host}, port ${port}`);
      }
    });

    test("a host that nobody knows, which may be a part of the password", async () => {
      const said = await refusal(`postgres://somebody:${secret}@no-such-host.invalid/waymark`);
      expect(said).toContain("there is no machine called “no-such-host.invalid”");
    });

    test("a user who may not make tables, with the line that helps, which does", async () => {
      const database = await aDatabase();
      await onDatabase(database, "revoke create on schema public from public");
      const { name, url } = await asSomebody(database);
      const said = await refusal(url);
      expect(said).toContain(`“${name}” may not make tables in “${new URL(url).pathname.slice(1)}”`);
      const [line] = /alter database .*;/.exec(said) ?? [];
      await onDatabase(server, line ?? "");
      onTestFinished(() => onDatabase(database, `reassign owned by ${name} to current_user`));
      const storage = await openPostgres({ url });
      await storage.close();
    });

    test("a user who may not use the database at all", async () => {
      const database = await aDatabase();
      await onDatabase(
        server,
        `revoke connect on database ${new URL(database).pathname.slice(1)} from public`,
      );
      const { name, url } = await asSomebody(database);
      expect(await refusal(url)).toContain(`“${name}” may not`);
    });

    test("a database that can only be read", async () => {
      const database = await aDatabase();
      const name = new URL(database).pathname.slice(1);
      await onDatabase(server, `alter database ${name} set default_transaction_read_only = on`);
      expect(await refusal(database)).toContain(`“${name}” at 127.0.0.1, port`);
    });

    test("no connection left", async () => {
      const { name, url } = await asSomebody(await aDatabase());
      await onDatabase(server, `alter role ${name} connection limit 0`);
      expect(await refusal(url)).toContain(`has no connection left for “${name}”`);
    });

    test("a database without a place for every letter", async () => {
      const name = `latin_${new URL(await aDatabase()).pathname.slice(1)}`;
      await onDatabase(server, `create database ${name} encoding 'LATIN1' locale 'C' template template0`);
      onTestFinished(() => onDatabase(server, `drop database ${name} with (force)`));
      const said = await refusal(changed(server, (url) => (url.pathname = `/${name}`)));
      expect(said).toContain(`“${name}” is not UTF8`);
    });

    test("a file of a certificate that is not there", async () => {
      const said = await refusal(`${server}?sslmode=verify-full&sslrootcert=/not/there.pem`);
      expect(said).toContain("a file that DATABASE_URL names is not there");
      expect(said).toContain("/not/there.pem");
    });

    test.for([
      "",
      `mysql://somebody:${secret}@127.0.0.1/waymark`,
      `somebody:${secret}@127.0.0.1/waymark`,
      `postgres://somebody:x#${secret}@127.0.0.1/waymark`,
      `postgres://somebody:a/${secret}@127.0.0.1/waymark`,
    ])("what is no address: “%s”", async (url) => {
      const said = await refusal(url);
      expect(said).toContain("DATABASE_URL is not an address of PostgreSQL");
      expect(said).toContain("postgres://USER:PASSWORD@HOST:PORT/DATABASE");
    });

    test("the commands beside the server say the same", async () => {
      const port = await freePort();
      for (const words of [["restore"], ["restore", "--all-devices-back"]]) {
        const url = `postgres://somebody:${secret}@127.0.0.1:${port}/waymark`;
        const said = await refusal(url, "sync-server/backup/main.ts", ...words);
        expect(said).toContain(`nothing answers at 127.0.0.1, port ${port}`);
      }
    });
  },
);

test.skipIf(!isPostgresHere)(
  "a pooler that hands out connections by transaction is noticed, and nothing is written through it",
  async () => {
    const database = await aDatabase();
    const said = await refusal(await aPooler(database, "by transaction"));
    expect(said).toContain("gives each transaction another connection");
    expect(said).toContain("pool_mode = session");
    const client = await connected(database);
    const { rows } = await client.query("select tablename from pg_tables where schemaname = 'public'");
    await client.end();
    expect(rows).toEqual([]);
  },
);

test.skipIf(!isPostgresHere)(
  "a pooler that has one connection for all is noticed, and not waited for",
  async () => {
    const pool = openPool(await aPooler(await aDatabase(), "only one"), 2);
    onTestFinished(() => pool.end());
    await expect(examine(pool, 300)).rejects.toMatchObject({ why: "too-few-connections" });
  },
);

test("no password where one is asked for by SCRAM: it ends, though what answered keeps the connection open", async () => {
  const ask = (what: number, words: string): Buffer => {
    const message = Buffer.alloc(9 + words.length);
    message.write("R");
    message.writeUInt32BE(8 + words.length, 1);
    message.writeUInt32BE(what, 5);
    message.write(words, 9);
    return message;
  };
  const asking = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => {
      socket.write(ask(10, "SCRAM-SHA-256\0\0"));
      socket.once("data", () => socket.write(ask(11, "r=once,s=salt,i=1")));
    });
  });
  asking.listen(0, "127.0.0.1");
  await once(asking, "listening");
  onTestFinished(() => void asking.close());
  const { port } = asking.address() as AddressInfo;
  const said = await refusal(`postgres://somebody@127.0.0.1:${port}/waymark`);
  expect(said).toContain("DATABASE_URL holds no password");
});
