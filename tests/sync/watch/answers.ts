/** Looks at every answer as it leaves the server: what a person may not see never gets on its way to them. Source: RULES A1. */
import { readMessage } from "#model/wire/protocol.ts";
import type { Serve } from "#tests/sync/world/network.ts";
import { owners } from "#tests/sync/writing/people.ts";
import type { SimulatedServer } from "#tests/sync/world/server.ts";
import { truthOf } from "#tests/sync/writing/truth.ts";

/** The server, watched; what is wrong goes into `wrongs`. */
export function watched(server: SimulatedServer, wrongs: string[]): Serve {
  return async (from, name, body) => {
    const reply = await server.serve(from, name, body);
    if (reply === "nothing" || reply.status !== 200) return reply;
    if (name === "pull")
      for (const id of await leaked(server, from, reply.body)) wrongs.push(`${id} leaked to ${from}`);
    if (name === "audit" && !server.wasSetBack)
      for (const scope of differing(reply.body)) wrongs.push(`${from} had to be healed in ${scope}`);
    return reply;
  };
}

async function leaked(server: SimulatedServer, from: string, body: Uint8Array): Promise<readonly string[]> {
  const page = readMessage("pulled", body);
  const owner = owners.find(({ name }) => name === from);
  if (!page.ok || !owner) return [];
  const records = await server.records();
  const truth = truthOf(records);
  const held = truth.held(owner.person, owner.opened);
  const isOpen = (id: string) =>
    records.some(
      (record) => record.envelope.id === id && truth.scopes(record).some((scope) => held.has(scope)),
    );
  return page.value.records.map(({ envelope }) => envelope.id).filter((id) => !isOpen(id));
}

function differing(body: Uint8Array): readonly string[] {
  const audited = readMessage("audited", body);
  return audited.ok ? Object.keys(audited.value.differ) : [];
}
