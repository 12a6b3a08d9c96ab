/**
 * Reads a list, shows what it would change, and does so once confirmed. The list is kept on the
 * server in between, one for each organisation, for a day; until then nothing is imported.
 */
import type { RosterImported, RosterToImport } from "#model/wire/api.ts";
import type { Hash } from "#model/record/bytes.ts";
import type { OrganisationId, PersonId } from "#model/id.ts";
import { no, yes, type Outcome } from "#model/outcome.ts";
import type { RosterGroupSeen, RosterPreview } from "#model/wire/roster-preview.ts";
import { localDateOf, type Instant } from "#model/time.ts";
import { readOneRoster } from "#server/roster/one-roster.ts";
import { readPlainCsv } from "#server/roster/plain-csv.ts";
import { isWorkbook } from "#server/roster/reading/workbook.ts";
import { planRoster, type RosterPlan } from "#server/roster/preview.ts";
import type { Roster, RosterGroup } from "#server/roster/roster.ts";
import type { Storage, Transaction } from "#server/storage/storage.ts";
import { openDesk } from "#server/sync/desk/desk.ts";
import type { Site } from "#server/sync/site.ts";
import { leads } from "./looking-after.ts";
import { carryOut } from "./roster-import.ts";
import { knownRoster } from "./roster-known.ts";

/** How long a preview is kept, in milliseconds. */
const previewMs = 24 * 3600 * 1000;

/** A list on the server, waiting to be confirmed. */
interface Waiting {
  readonly id: string;
  readonly expiresAt: Instant;
  readonly fingerprint: Hash;
  readonly roster: Roster;
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
  return storage.write(async (t) => {
    const org = await ledBy(t, by, asked);
    if (!org) return no("not-allowed");
    const name = String((await t.records.summaries([org])).get(org)?.summary?.["name"] ?? "");
    if (isWorkbook(bytes)) return no("roster-unreadable", "workbook");
    const read = isZip(bytes)
      ? readOneRoster(bytes)
      : readPlainCsv({ file: "people.csv", bytes, organisation: name });
    if (!read.ok) return read;
    const known = await knownRoster(t, org);
    const plan = planRoster(read.value, known, { today: localDateOf(now), ticked: new Set(ticked) });
    const id = Buffer.from(surroundings.secrets(12)).toString("base64url");
    const waiting: Waiting = {
      id,
      expiresAt: now + previewMs,
      fingerprint: known.fingerprint,
      roster: read.value,
    };
    await t.meta.put(waitingName(org), JSON.stringify(waiting));
    return yes(previewOf(waiting, plan, ticked));
  });
}

/** Problems: `not-allowed`, `not-found` when the preview is gone, `roster-changed` when people changed since. */
export async function importList(
  site: Site,
  by: PersonId,
  { preview, ticked }: RosterToImport,
): Promise<Outcome<RosterImported>> {
  const { storage, surroundings } = site;
  const done = await storage.write(async (t) => {
    const found = await findWaiting(t, by, { preview, now: surroundings.clock() });
    if (!found.ok) return found;
    const { org, waiting } = found.value;
    const known = await knownRoster(t, org);
    if (known.fingerprint !== waiting.fingerprint) return no("roster-changed");
    const now = surroundings.clock();
    const plan = planRoster(waiting.roster, known, { today: localDateOf(now), ticked: new Set(ticked) });
    const desk = openDesk(t, now);
    const { imported, left } = await carryOut(
      { desk, random: surroundings.random, by },
      { org, known, plan },
    );
    const touched = await desk.flush();
    await t.meta.put(waitingName(org), "");
    return yes({ imported, left, touched });
  });
  if (!done.ok) return done;
  for (const person of done.value.left) site.bell.close({ person });
  site.bell.ring(done.value.touched);
  return yes(done.value.imported);
}

/** Forgets lists that nobody confirmed within their day: they hold a school's names. */
export async function dropOldPreviews(storage: Storage, now: Instant): Promise<void> {
  for (const name of await storage.read(({ meta }) => meta.names(waitingName(""))))
    await storage.write(async ({ meta }) => {
      const text = await meta.get(name);
      if (text && (JSON.parse(text) as Waiting).expiresAt <= now) await meta.put(name, "");
    });
}

const waitingName = (org: OrganisationId | ""): string => `roster-preview ${org}`;

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The organisation somebody leads: the one asked for, else the first. */
async function ledBy(
  t: Transaction,
  by: PersonId,
  asked?: OrganisationId,
): Promise<OrganisationId | undefined> {
  return openDesk(t, 0).circle.ask(({ circle }) => {
    const orgs = asked ? [asked] : circle.ofPerson(by).flatMap(({ org }) => org ?? []);
    return orgs.find((org) => leads(circle, by, org));
  });
}

async function findWaiting(
  t: Transaction,
  by: PersonId,
  { preview, now }: { readonly preview: string; readonly now: Instant },
): Promise<Outcome<{ readonly org: OrganisationId; readonly waiting: Waiting }>> {
  const led = await openDesk(t, 0).circle.ask(({ circle }) =>
    circle.ofPerson(by).flatMap(({ org }) => (org && leads(circle, by, org) ? [org] : [])),
  );
  if (led.length === 0) return no("not-allowed");
  for (const org of led) {
    const text = await t.meta.get(waitingName(org));
    const waiting = text ? (JSON.parse(text) as Waiting) : undefined;
    if (waiting?.id === preview && waiting.expiresAt > now) return yes({ org, waiting });
  }
  return no("not-found");
}

function previewOf(
  { id, expiresAt, roster }: Waiting,
  plan: RosterPlan,
  ticked: readonly string[],
): RosterPreview {
  const changes = [plan.toAdd, plan.toUpdate, plan.leavers, plan.linksToAdd, plan.linksToEnd];
  return {
    id,
    expiresAt,
    organisation: roster.organisation.name,
    counts: plan.counts,
    problems: plan.problems,
    ...(plan.programmes.length > 0 && { programmes: plan.programmes }),
    groups: plan.groups.map((group) => groupSeen(group, ticked)),
    whoSeesWhom: plan.whoSeesWhom,
    seenByNobody: plan.seenByNobody,
    manyLeavers: plan.manyLeavers,
    leavers: plan.leavers.map(({ sourcedId, name }) => ({ sourcedId, name })),
    relativesLeftOut: roster.relativesLeftOut,
    changesNothing: changes.every((list) => list.length === 0),
  };
}

function groupSeen(
  { sourcedId, title, kind, members }: RosterGroup,
  ticked: readonly string[],
): RosterGroupSeen {
  const count = (as: "learner" | "staff"): number =>
    new Set(members.filter((member) => member.as === as).map(({ person }) => person)).size;
  return {
    sourcedId,
    title,
    kind,
    learners: count("learner"),
    staff: count("staff"),
    ticked: ticked.includes(sourcedId),
  };
}
