/**
 * Makes "all sent" a fact: compares, scope by scope, a digest of what this device holds with the
 * server's at the same position, and heals what differs. Also lets go of what was sent but stands in
 * no scope this person holds: the server has it, and the device may not keep it.
 */
import type { Scope } from "#model/access.ts";
import { addToDigest, digestOf, hashOf } from "#model/record/bytes.ts";
import type { Hash } from "#model/record/bytes.ts";
import type { Id } from "#model/id.ts";
import { yes } from "#model/outcome.ts";
import type { Outcome } from "#model/outcome.ts";
import type { Message } from "#model/wire/protocol.ts";
import { leaveScopes } from "./forget.ts";
import type { Marks } from "#store/ports.ts";
import { giveBack } from "./recover.ts";
import { askWithin, fromStart, headerOf } from "./replicating.ts";
import type { Ground } from "./replicating.ts";
import { serverStateOf } from "./row-rules.ts";
import { isUnsent } from "./row.ts";
import type { Row } from "./row.ts";

/** How far an audit looks: at the bytes themselves, or at the hashes noted when they came. */
export type Depth = "bytes" | "hashes";

/** `agreed`, or `healing` when something differed and has to be fetched. Problems: what the server said. */
export async function audit(ground: Ground, depth: Depth): Promise<Outcome<"agreed" | "healing">> {
  const marks = await ground.storage.readMarks();
  const { digests, strays } = await survey(ground, depth);
  const offered = await letGo(ground, { epoch: marks.epoch ?? "", strays });
  if (!offered.ok) return offered;
  const scopes: Message<"audit">["scopes"] = {};
  for (const [scope, position] of Object.entries(marks.positions) as [Scope, number][])
    scopes[scope] = { position, digest: digests.get(scope) ?? 0 };
  const answer = await askWithin(ground, "audit", { ...headerOf(marks), scopes });
  if (!answer.ok) return answer;
  const differ = Object.entries(answer.value.differ) as [Scope, Listed][];
  if (differ.length === 0) return yes(strays.length === 0 ? "agreed" : "healing");
  const healed = await heal(ground, { marks, differ });
  return healed.ok ? yes("healing") : healed;
}

/** What is erased here waits for the server's word, though nothing of it is to be sent by itself. */
const isStray = (row: Row): boolean => row.scopes.length === 0 && !isUnsent(row) && !row.erased;

/** Drops strays once the server has been offered them: it may have lost what it acknowledged. */
async function letGo(
  ground: Ground,
  { epoch, strays }: { readonly epoch: string; readonly strays: readonly Row[] },
): Promise<Outcome<true>> {
  const offered = await giveBack(ground, { epoch, rows: strays });
  if (!offered.ok) return offered;
  await ground.storage.rewrite(
    strays.map(({ id }) => id),
    (row) => (row && isStray(row) ? "drop" : "leave"),
  );
  return yes(true);
}

const hashHeld = (row: Row, depth: Depth): Hash | undefined => {
  const state = depth === "bytes" ? serverStateOf(row) : undefined;
  return state ? hashOf(state) : row.serverHash;
};

async function survey(
  ground: Ground,
  depth: Depth,
): Promise<{ readonly digests: Map<Scope, number>; readonly strays: Row[] }> {
  const digests = new Map<Scope, number>();
  const strays: Row[] = [];
  for await (const page of ground.storage.pages())
    for (const row of page) {
      if (isStray(row)) strays.push(row);
      const hash = hashHeld(row, depth);
      if (hash === undefined) continue;
      const part = digestOf(row.id, hash);
      for (const scope of row.scopes) digests.set(scope, addToDigest(digests.get(scope) ?? 0, part));
    }
  return { digests, strays };
}

type Listed = readonly { readonly id: Id; readonly hash: Hash }[];

interface Difference {
  readonly marks: Marks;
  readonly differ: readonly (readonly [Scope, Listed])[];
}

/** Reads differing scopes from the start again, and lets go of what the server does not list there. */
async function heal(ground: Ground, { marks, differ }: Difference): Promise<Outcome<true>> {
  const listed = new Map(
    differ.map(([scope, list]) => [scope, new Map(list.map(({ id, hash }) => [id, hash]))]),
  );
  const isUnlisted = (row: Row) => (scope: Scope) => listed.get(scope)?.has(row.id) === false;
  const differs = (row: Row) => (scope: Scope) =>
    listed.has(scope) && listed.get(scope)?.get(row.id) !== row.serverHash;
  const leaving = new Map<Id, Scope[]>();
  for await (const page of ground.storage.pages()) {
    // The server may have lost these, or some of their words: it is offered them before they go or are overwritten.
    const rows = page.filter((row) => row.scopes.some(differs(row)));
    const offered = await giveBack(ground, { epoch: marks.epoch ?? "", rows });
    if (!offered.ok) return offered;
    const refused = new Set(offered.value.refused);
    for (const row of rows.filter((one) => !isUnsent(one) && !one.erased && one.scopes.some(isUnlisted(one))))
      if (!refused.has(row.id)) leaving.set(row.id, row.scopes.filter(isUnlisted(row)));
  }
  const left = await leaveScopes(ground, leaving);
  if (!left.ok) return left;
  await ground.storage.changeMarks((now) => fromStart(now, [...listed.keys()]));
  return yes(true);
}
