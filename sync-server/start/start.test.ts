/** What an operator reads when a server cannot start. */
import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { createServer as createWaymark } from "#server/server.ts";
import { openSqlite } from "#server/storage/sqlite.ts";
import { CannotStart } from "./advice.ts";
import { settingsIn } from "./settings.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "waymark-start-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

/** Starts a server that must not start, and returns what it says. */
async function startedInVain(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<{ code: unknown; out: string; said: string }>();
  const env = { PORT: "0", DATA_DIR: join(folder, "data"), ...environment };
  execFile(
    process.execPath,
    ["sync-server/main.ts", ...words],
    { env, timeout: 20_000 },
    (error, out, said) => resolve({ code: error?.code, out, said }),
  );
  const { code, out, said } = await promise;
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(said).not.toContain("    at ");
  return said;
}

/** The same; whatever is wrong in its surroundings, it says what is safe and what to do. */
async function refusal(environment: Readonly<Record<string, string>>): Promise<string> {
  const said = await startedInVain([], environment);
  expect(said).toContain("Nothing is lost");
  expect(said).toContain("What to do:\n");
  return said;
}

test.for([["--dmeo"], ["demo"], ["--demo=yes"], ["--demo", "8080"]])(
  "what cannot be meant is answered with how a server is started, and none is: %s",
  async (words) => {
    const said = await startedInVain(words, {});
    expect(said).toContain("Not started");
    expect(said).toContain("npm start -- --demo ");
    expect(readdirSync(folder)).toEqual([]);
  },
);

/** A data folder with a database made by this. */
function withDatabase(make: (file: string) => void): void {
  mkdirSync(join(folder, "data"));
  make(join(folder, "data", "waymark.db"));
}

test("a port in use is named, with another to take", async () => {
  const other = createServer().listen(0, "localhost");
  onTestFinished(() => void other.close());
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const said = await refusal({ PORT: String(port) });
  expect(said).toContain(`Port ${port} is in use`);
  expect(said).toContain(`PORT=${port + 1}`);
});

test("a file in place of the data folder is named", async () => {
  writeFileSync(join(folder, "data"), "");
  expect(await refusal({})).toContain(`DATA_DIR is “${join(folder, "data")}”, which is no folder`);
});

test("a damaged database is kept, and the way back is a backup", async () => {
  withDatabase((file) =>
    writeFileSync(file, "no database at all, but long enough to be taken for one ".repeat(99)),
  );
  const said = await refusal({});
  expect(said).toContain("is damaged, or is no database");
  expect(said).toContain("npm run restore");
});

test("a database that a newer version has used is left to that", async () => {
  withDatabase((file) => {
    const database = new DatabaseSync(file);
    database.exec(
      "create table versions (version integer primary key not null); insert into versions values (99)",
    );
    database.close();
  });
  expect(await refusal({})).toContain("its tables are of version 99");
});

const wrongOf = (environment: Readonly<Record<string, string>>): string => {
  try {
    settingsIn(environment);
  } catch (error) {
    if (error instanceof CannotStart) return error.message;
    throw error;
  }
  return "nothing";
};

test("settings that cannot be meant are named", () => {
  const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  writeFileSync(cert, "no certificate");
  writeFileSync(key, "no key");
  expect(wrongOf({ PORT: "eighty" })).toContain("PORT is “eighty”");
  expect(wrongOf({ PORT: "99999" })).toContain("PORT is “99999”");
  expect(wrongOf({ METRICS_PORT: "-1" })).toContain("METRICS_PORT is “-1”");
  expect(wrongOf({ PUBLIC_URL: "waymark.example" })).toContain("PUBLIC_URL is “waymark.example”");
  expect(wrongOf({ PUBLIC_URL: "ftp://waymark.example" })).toContain("PUBLIC_URL");
  expect(wrongOf({ TLS_CERT: cert })).toContain("TLS_CERT is set and TLS_KEY is not");
  expect(wrongOf({ TLS_CERT: cert, TLS_KEY: join(folder, "none.pem") })).toContain("cannot be read");
  expect(wrongOf({ TLS_CERT: cert, TLS_KEY: key })).toContain("not a certificate and the key");
});

test.each(["1", "yes", "proxy.example", "127.0.0.1,", "10.0.0.0/33", "::1/129", "10.0.0.0/", "0"])(
  "TRUST_PROXY=%s, which names no proxy, is refused rather than believed to name one",
  (proxy) => {
    expect(wrongOf({ TRUST_PROXY: proxy })).toContain(`TRUST_PROXY is “${proxy}”`);
  },
);

test.each([
  ["true", true],
  ["false", false],
  ["", false],
  ["127.0.0.1", "127.0.0.1"],
  ["127.0.0.1, ::1", "127.0.0.1, ::1"],
  ["10.0.0.0/8,fd00::/8", "10.0.0.0/8,fd00::/8"],
  ["loopback", "loopback"],
])("TRUST_PROXY=%s is understood, and the server starts with it", async (proxy, trustProxy) => {
  expect(settingsIn({ TRUST_PROXY: proxy }).trustProxy).toBe(trustProxy);
  const server = await createWaymark({ storage: await openSqlite(), trustProxy });
  await server.close();
});

test("without settings a server serves this machine alone, and believes no proxy", () => {
  expect(settingsIn({})).toEqual({
    port: 8080,
    host: "localhost",
    url: "http://localhost:8080",
    publicUrl: undefined,
    tls: undefined,
    trustProxy: false,
    metrics: undefined,
  });
});
