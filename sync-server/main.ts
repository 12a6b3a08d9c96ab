/**
 * Starts a whole installation: reads the environment, opens the database, listens. The only place that
 * knows the environment.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { hostname } from "node:os";
import { parseArgs } from "node:util";
import { holdDataFolder } from "./backup/data-folder-lock.ts";
import { openJournal } from "./journal/journal-file.ts";
import { loadDemo } from "#server/people/demo/demo.ts";
import { newSetUpToken } from "./people/set-up.ts";
import { placesIn } from "./places.ts";
import { createServer, type Server } from "./server.ts";
import { openPostgres } from "./storage/postgres.ts";
import { PostgresUnusable } from "./storage/postgres-unusable.ts";
import { openSqlite } from "./storage/sqlite.ts";
import { StorageFailure, type Storage } from "./storage/storage.ts";
import { serveMetrics } from "./watching/metrics-page.ts";
import { demoText, freshText, readyText } from "./welcome.ts";

const { values: options } = parseArgs({ options: { demo: { type: "boolean", default: false } } });
const environment = process.env;
const port = Number(environment["PORT"] ?? 8080);
const { dataFolder, databaseFile, databaseUrl, journalFolder } = placesIn(environment);
const isSecure = environment["TLS_CERT"] !== undefined && environment["TLS_KEY"] !== undefined;
const url = environment["PUBLIC_URL"] ?? `${isSecure ? "https" : "http"}://localhost:${port}`;

await start().catch(sayWhyNot);

async function start(): Promise<void> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  holdDataFolder(dataFolder);
  const server = await createServer({
    journal: await openJournal(journalFolder, `${hostname()}-${port}`),
    storage: await openStorage(),
    log: environment["LOG"] === "all" ? "all" : "errors",
    appFolder: "dist",
    ...tls(),
    ...trust(environment["TRUST_PROXY"]),
    ...(environment["PUBLIC_URL"] !== undefined && { publicUrl: environment["PUBLIC_URL"] }),
    ...(environment["DEMO_PASSWORD"] !== undefined && { demoPassword: environment["DEMO_PASSWORD"] }),
  });
  closeOnSignal(server);
  const welcome = await prepare(server);
  if (welcome === undefined) return;
  await openMetrics(server, environment["METRICS_PORT"]);
  await server.app.listen({ port, host: environment["HOST"] ?? (isSecure ? "0.0.0.0" : "localhost") });
  process.stdout.write(welcome);
}

/** A database that is not there is no bug; whatever started this server tries again. Its message names the place, never a password. */
function sayWhyNot(error: unknown): void {
  if (!(error instanceof StorageFailure)) throw error;
  process.stderr.write(error instanceof PostgresUnusable ? error.advice : unusableText(error));
  process.exitCode = 1;
}

function unusableText({ cause, code }: StorageFailure): string {
  return `\n  The database cannot be used: ${cause instanceof Error ? cause.message : code}\n\n`;
}

/** PostgreSQL where its address is given, for one server or several; else a file of this server's own. */
function openStorage(): Promise<Storage> {
  return databaseUrl === undefined ? openSqlite({ file: databaseFile }) : openPostgres({ url: databaseUrl });
}

/** Numbers for whoever watches, to this machine alone if nothing else is said. */
async function openMetrics(server: Server, metricsPort: string | undefined): Promise<void> {
  if (metricsPort === undefined) return;
  const host = environment["METRICS_HOST"] ?? "127.0.0.1";
  const page = await serveMetrics(server.site, { port: Number(metricsPort), host });
  server.app.addHook("onClose", () => page.close());
}

/** What to print once the server listens; undefined when it must not start. */
async function prepare(server: Server): Promise<string | undefined> {
  if (options.demo) {
    const demo = await loadDemo(server.site, environment["DEMO_PASSWORD"]);
    if (demo.ok) return demoText(url, demo.value);
    const why =
      demo.problem.code === "holds-real-people"
        ? `${dataFolder} holds real people. The demo goes into a folder of its own: set DATA_DIR.`
        : "DEMO_PASSWORD is too short: eight characters at least.";
    process.stderr.write(`\n  ${why}\n\n`);
    process.exitCode = 1;
    await server.close();
    return undefined;
  }
  const token = await newSetUpToken(server.site);
  return token === undefined ? readyText(url) : freshText(url, token);
}

function tls(): { tls?: { cert: string; key: string } } {
  const { TLS_CERT: cert, TLS_KEY: key } = environment;
  return cert === undefined || key === undefined
    ? {}
    : { tls: { cert: readFileSync(cert, "utf8"), key: readFileSync(key, "utf8") } };
}

/** `TRUST_PROXY` is `true` for any proxy, or the addresses of those that are trusted, with commas between. */
function trust(setting: string | undefined): { trustProxy?: boolean | string } {
  if (setting === undefined || setting === "" || setting === "false") return {};
  return { trustProxy: setting === "true" ? true : setting };
}

function closeOnSignal(server: Server): void {
  let isClosing = false;
  const close = (): void => {
    if (isClosing) return;
    isClosing = true;
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", close);
  process.on("SIGINT", close);
}
