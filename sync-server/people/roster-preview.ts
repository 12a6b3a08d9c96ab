/**
 * Reads a list, shows what it would change, and does so once confirmed. The list is kept on the
 * server in between, one for each organisation, for a day; until then nothing is imported. Reading and comparing are done in
 * a thread beside (`roster/beside`), and no transaction waits for them.
 */
import type { RosterImported, RosterToImport } from "#model/wire/api.ts";
import type { Hash } from "#model/record/bytes.ts";
import type { OrganisationId, PersonId } from "#model/id.ts";
import { no, yes, type Outcome } from "#model/outcome.ts";
import type { RosterPreview } from "#model/wire/roster-preview.ts";
import { localDateOf, type Instant } from "#model/time.ts";
import { lookAtList, planOfList } from "#server/roster/beside/beside.ts";
import type { KnownFromRoster } from "#server/roster/preview.ts";
import type { Storage, Transaction } from "#server/storage/storage.ts";
import { openCircle } from "#server/sync/desk/circle.ts";
import type { Site } from "#server/sync/site.ts";
import { leads } from "./looking-after.ts";
import { carryOut, type Confirmed } from "./roster-import.ts";
import { knownRoster } from "./roster-known.ts";

/** How long a preview is kept, in milliseconds. */
const previewMs = 24 * 3600 * 1000;
/** How long after the last word of an import another may begin, in milliseconds: the server it ran on may have stopped. */
const importingMs = 60_000;

/** A list on the server, waiting to be confirmed; its text is kept beside it. */
interface Waiting {
  readonly id: string;
  readonly expiresAt: Instant;
  readonly fingerprint: Hash;
}

/** A list as somebody brings it. */
export interface BroughtList {
  readonly by: PersonId;
  /** Which of their organisations; the first they lead when absent. */
  readonly org?: OrganisationId | undefined;
  readonly bytes: Uint8Array;
  readonly ticked: readonly string[];
}

/** Problems: `not-allowed`, `roster-unreadable` with why. */
export async function previewList(
  { storage, surroundings }: Site,
  { by, org: asked, bytes, ticked }: BroughtList,
): Promise<Outcome<RosterPreview>> {
  const now = surroundings.clock();
  const found = await storage.read(async (t) => {
    const org = await ledBy(t, by, asked);
    if (!org) return no("not-allowed");
    const name = String((await t.records.summaries([org])).get(org)?.summary?.["name"] ?? "");
    return yes({ org, name, known: await knownRoster(t, org) });
  });
  if (!found.ok) return found;
  const { org, name, known } = found.value;
  const looked = await lookAtList({
    bytes,
    organisation: name,
    known: plainly(known),
    today: localDateOf(now),
    ticked,
  });
  if (!looked.ok) return looked;
  const id = Buffer.from(surroundings.secrets(12)).toString("base64url");
  const waiting: Waiting = { id, expiresAt: now + previewMs, fingerprint: known.fingerprint };
  return storage.write(async (t) => {
    if (!(await ledBy(t, by, org))) return no("not-allowed");
    await t.meta.put(waitingName(org), JSON.stringify(waiting));
    await t.meta.put(listName(org), looked.value.list);
    return yes({ id, expiresAt: waiting.expiresAt, ...looked.value.seen });
  });
}

/** Problems: `not-allowed`, `not-found` when the preview is gone, `roster-changed` when people changed since. */
export async function importList(
  site: Site,
  by: PersonId,
  asked: RosterToImport,
): Promise<Outcome<RosterImported>> {
  const { storage, surroundings } = site;
  const now = surroundings.clock();
  const found = await storage.read((t) => findWaiting(t, by, { asked, now }));
  if (!found.ok) return found;
  const { org, list, known } = found.value;
  const planned = await planOfList({
    list,
    known: plainly(known),
    today: localDateOf(now),
    ticked: asked.ticked,
  });
  if (!planned.ok) return planned;
  const claimed = await storage.write(async (t): Promise<Outcome<Confirmed>> => {
    const still = await findWaiting(t, by, { asked, now });
    if (!still.ok) return still;
    await forget(t, org);
    await goesOn(t, org, now);
    return yes({ by, org, known: still.value.known, plan: planned.value });
  });
  if (!claimed.ok) return claimed;
  const imported = await carryOut(site, claimed.value, (t) => goesOn(t, org, surroundings.clock()));
  await storage.write(async ({ meta, accounts }) => {
    await meta.put(importingName(org), "");
    await accounts.addActs([{ at: surroundings.clock(), by, act: "roster-imported" }]);
  });
  return yes(imported);
}

/** What the thread beside needs of what is known. */
const plainly = ({ people, staff, links, userNames }: KnownFromRoster): KnownFromRoster => ({
  people,
  staff,
  links,
  userNames,
});

/** Forgets lists that nobody confirmed within their day: they hold a school's names. */
export async function dropOldPreviews(storage: Storage, now: Instant): Promise<void> {
  for (const name of await storage.read(({ meta }) => meta.names(waitingName(""))))
    await storage.write(async (t) => {
      const text = await t.meta.get(name);
      if (text && (JSON.parse(text) as Waiting).expiresAt <= now)
        await forget(t, name.slice(waitingName("").length));
    });
}

const waitingName = (org: string): string => `roster-preview ${org}`;
const listName = (org: string): string => `roster-list ${org}`;
const importingName = (org: string): string => `roster-importing ${org}`;

/** Nobody confirms it any more. */
async function forget({ meta }: Transaction, org: string): Promise<void> {
  await meta.put(waitingName(org), "");
  await meta.put(listName(org), "");
}

/** Notes that a list is being brought in, and until when no other may be. */
const goesOn = ({ meta }: Transaction, org: string, now: Instant): Promise<void> =>
  meta.put(importingName(org), String(now + importingMs));

/** Whether an import says it goes on. What says so for much longer than any does was written while a clock was wrong. */
const isGoingOn = (until: string | undefined, now: Instant): boolean =>
  Number(until) > now && Number(until) < now + 60 * importingMs;

/** The organisation somebody leads: the one asked for, else the first. */
async function ledBy(
  t: Transaction,
  by: PersonId,
  asked?: OrganisationId,
): Promise<OrganisationId | undefined> {
  return openCircle(t).ask(({ circle }) => {
    const orgs = asked ? [asked] : circle.ofPerson(by).flatMap(({ org }) => org ?? []);
    return orgs.find((org) => leads(circle, by, org));
  });
}

/** A preview that may be confirmed: theirs, not too old, of people as they still are, with no other list on its way in. */
async function findWaiting(
  t: Transaction,
  by: PersonId,
  { asked, now }: { readonly asked: RosterToImport; readonly now: Instant },
): Promise<Outcome<Pick<Confirmed, "org" | "known"> & { readonly list: string }>> {
  const led = await openCircle(t).ask(({ circle }) =>
    circle.ofPerson(by).flatMap(({ org }) => (org && leads(circle, by, org) ? [org] : [])),
  );
  if (led.length === 0) return no("not-allowed");
  for (const org of led) {
    const text = await t.meta.get(waitingName(org));
    const waiting = text ? (JSON.parse(text) as Waiting) : undefined;
    if (waiting?.id !== asked.preview || waiting.expiresAt <= now) continue;
    const list = await t.meta.get(listName(org));
    if (!list) continue;
    if (isGoingOn(await t.meta.get(importingName(org)), now)) return no("roster-changed");
    const known = await knownRoster(t, org);
    return known.fingerprint === waiting.fingerprint ? yes({ org, list, known }) : no("roster-changed");
  }
  return no("not-found");
}
