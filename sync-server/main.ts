/**
 * Starts a whole installation: reads the environment, opens the database, listens. The only place that
 * knows the environment.
 */
import { hostname } from "node:os";
import { parseArgs } from "node:util";
import { holdDataFolder } from "./backup/data-folder-lock.ts";
import { openJournal } from "./journal/journal-file.ts";
import { loadDemo } from "#server/people/demo/demo.ts";
import { newSetUpToken } from "./people/set-up.ts";
import { createServer, type Server } from "./server.ts";
import { isMistyped, startUsage } from "./start/mistyped.ts";
import { placesIn } from "./start/places.ts";
import { settingsIn, type Settings } from "./start/settings.ts";
import { adviceFor, databaseFile, folder, listening, orSayWhy } from "./start/troubles.ts";
import { demoText, freshText, readyText } from "./start/welcome.ts";
import { openPostgres } from "./storage/postgres.ts";
import { openSqlite } from "./storage/sqlite.ts";
import type { Storage } from "./storage/storage.ts";
import { serveMetrics } from "./watching/metrics-page.ts";

const environment = process.env;

await start().catch(sayWhyNot);

async function start(): Promise<void> {
  const { values } = parseArgs({ options: { demo: { type: "boolean", default: false } } });
  const settings = settingsIn(environment);
  const { dataFolder, journalFolder } = placesIn(environment);
  await orSayWhy(folder("DATA_DIR", dataFolder), () => holdDataFolder(dataFolder));
  const server = await createServer({
    journal: await orSayWhy(folder("JOURNAL_DIR", journalFolder), () =>
      openJournal(journalFolder, `${hostname()}-${settings.port}`),
    ),
    storage: await openStorage(),
    log: environment["LOG"] === "all" ? "all" : "errors",
    appFolder: "dist",
    trustProxy: settings.trustProxy,
    ...(settings.tls && { tls: settings.tls }),
    ...(settings.publicUrl !== undefined && { publicUrl: settings.publicUrl }),
    ...(environment["DEMO_PASSWORD"] !== undefined && { demoPassword: environment["DEMO_PASSWORD"] }),
  });
  closeOnSignal(server);
  try {
    const welcome = values.demo
      ? await prepareDemo(server, settings.url)
      : await prepare(server, settings.url);
    if (welcome === undefined) return;
    await serve(server, settings);
    process.stdout.write(welcome);
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** What an operator can do something about is no bug; whatever started this server tries again. Its message names the place, never a password. */
function sayWhyNot(error: unknown): void {
  const advice = isMistyped(error) ? startUsage : adviceFor(error);
  if (advice === undefined) throw error;
  process.stderr.write(advice);
  process.exitCode = 1;
}

/** PostgreSQL where its address is given, for one server or several; else a file of this server's own. */
function openStorage(): Promise<Storage> {
  const { databaseFile: file, databaseUrl: url } = placesIn(environment);
  return url === undefined ? orSayWhy(databaseFile(file), () => openSqlite({ file })) : openPostgres({ url });
}

/** The app, and numbers for whoever watches, to this machine alone if nothing else is said. */
async function serve({ app, site }: Server, { port, host, metrics }: Settings): Promise<void> {
  if (metrics) {
    const names = { port: "METRICS_PORT", host: "METRICS_HOST" };
    const page = await orSayWhy(listening({ ...metrics, names }), () => serveMetrics(site, metrics));
    app.addHook("onClose", () => page.close());
  }
  const names = { port: "PORT", host: "HOST" };
  await orSayWhy(listening({ port, host, names }), () => app.listen({ port, host }));
}

/** What to print once the server listens. */
async function prepare({ site }: Server, url: string): Promise<string> {
  const token = await newSetUpToken(site);
  return token === undefined ? readyText(url) : freshText(url, token);
}

/** The same, with the demo school in it; undefined when it must not start. */
async function prepareDemo(server: Server, url: string): Promise<string | undefined> {
  const demo = await loadDemo(server.site, environment["DEMO_PASSWORD"]);
  if (demo.ok) return demoText(url, demo.value);
  const why =
    demo.problem.code === "holds-real-people"
      ? `${placesIn(environment).dataFolder} holds real people. The demo goes into a folder of its own: set DATA_DIR.`
      : "DEMO_PASSWORD is too short: eight characters at least.";
  process.stderr.write(`\n  ${why}\n\n`);
  process.exitCode = 1;
  await server.close();
  return undefined;
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
