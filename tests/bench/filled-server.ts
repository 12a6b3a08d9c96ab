/** The real server as a process of its own, with the demo school, and one of its learners who wrote a great deal. */
import { protocolVersion, pushLimit, readMessage, writeMessage } from "#model/wire/protocol.ts";
import type { Message, MessageName } from "#model/wire/protocol.ts";
import type { LearnerId } from "#model/id.ts";
import type { Account } from "#store/account.ts";
import { answerTo } from "#store/ports.ts";
import type { Exchanges } from "#store/ports.ts";
import { startServer } from "#tests/e2e/support/running-server.ts";
import type { RunningServer } from "#tests/e2e/support/running-server.ts";
import { composeRecords } from "./demo-records.ts";

/** How everybody in the demo school signs in, and the learner whose device is measured. */
export const demoPassword = "measured-only";
export const userName = "maisie.t";

/** A server with a learner who has as many records as asked for. */
export interface FilledServer extends RunningServer {
  readonly account: Account & { readonly learner: LearnerId };
  /** The value of the session cookie of the learner. */
  readonly session: string;
}

/** Starts a server and sends entries as the learner's own device would, until there are `count` records. */
export async function startFilledServer(count: number): Promise<FilledServer> {
  const server = await startServer({ demo: demoPassword });
  const { account, session } = await signIn(server.url);
  const asker: Asker = { url: server.url, session };
  const { epoch, ids } = await pullAll(asker);
  const { person, learner } = account;
  const records = composeRecords(count - ids.size, [{ person, learner }]);
  for (let from = 0; from < records.length; from += pushLimit) {
    const batch = records.slice(from, from + pushLimit).map((record) => ({ ...record, rev: 1 }));
    const { answers } = await ask(asker, "push", { protocol: protocolVersion, epoch, records: batch });
    const refused = answers.find((answer) => answer.refused);
    if (refused) throw new Error(`The server refused ${refused.id}: ${refused.refused?.code ?? ""}`);
  }
  return { ...server, account, session };
}

interface Asker {
  readonly url: string;
  readonly session: string;
}

async function signIn(url: string): Promise<Pick<FilledServer, "account" | "session">> {
  const response = await fetch(`${url}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ userName, password: demoPassword, deviceName: "Measuring" }),
  });
  const account = (await response.json()) as Account;
  const session = /waymark_session=([^;]+)/.exec(response.headers.get("set-cookie") ?? "")?.[1];
  if (session === undefined || account.learner === undefined)
    throw new Error("The learner could not sign in.");
  return { account: { ...account, learner: account.learner }, session };
}

async function ask<N extends "push" | "pull">(
  { url, session }: Asker,
  name: N,
  message: Message<N & MessageName>,
): Promise<Message<Exchanges[N]>> {
  const response = await fetch(`${url}/api/sync/${name}`, {
    method: "POST",
    headers: { "content-type": "application/msgpack", cookie: `waymark_session=${session}` },
    body: writeMessage(name, message),
  });
  const answer = readMessage(answerTo[name], new Uint8Array(await response.arrayBuffer()));
  if (!answer.ok) throw new Error(`The server answered ${name} with ${response.status}.`);
  return answer.value;
}

/** The ids of everything the learner holds at the start. */
async function pullAll(asker: Asker): Promise<{ readonly epoch: string; readonly ids: ReadonlySet<string> }> {
  const ids = new Set<string>();
  const positions: Message<"pull">["positions"] = {};
  for (;;) {
    const page = await ask(asker, "pull", { protocol: protocolVersion, epoch: null, positions, opened: [] });
    for (const { id } of page.rows) ids.add(id);
    Object.assign(positions, page.positions);
    if (!page.more) return { epoch: page.epoch, ids };
  }
}
