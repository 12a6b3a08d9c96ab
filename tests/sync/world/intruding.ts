/**
 * Somebody's device asks and writes past its app: what its person may not. It knows every id there is. What they may is
 * worked out from the records alone; whatever else is taken or answered is a wrong. Source: RULES A1, A5, A21, R8.
 */
import { mayWrite, relationsToLearner } from "#model/access.ts";
import type { Circle, Write } from "#model/access.ts";
import type { Envelope } from "#model/record/envelope.ts";
import { createId, kindOfId } from "#model/id.ts";
import type { Id, KindName, LearnerId } from "#model/id.ts";
import { definitionOf } from "#model/kinds.ts";
import { contributionIdOf, reviewIdOf, targetOutcomeIdOf } from "#model/kinds/review.ts";
import { createState } from "#model/record/record.ts";
import { protocolVersion, readMessage, writeMessage } from "#model/wire/protocol.ts";
import type { Message } from "#model/wire/protocol.ts";
import type { AnyDraft } from "#tests/sync/writing/edits.ts";
import { home, learners, owners, provider } from "#tests/sync/writing/people.ts";
import type { DeviceOwner } from "#tests/sync/writing/people.ts";
import { circleIn, truthOf } from "#tests/sync/writing/truth.ts";
import type { ServerRecord } from "#tests/sync/writing/truth.ts";
import type { RequestName } from "./network.ts";
import type { World } from "./world.ts";

/** What an intruder has before them: everything. */
interface Sight {
  readonly world: World;
  readonly owner: DeviceOwner;
  readonly records: readonly ServerRecord[];
  readonly circle: Circle;
}

/** Something nobody's app would send. */
interface Attempt {
  readonly envelope: Envelope;
  readonly fields: Readonly<Record<string, unknown>>;
  /** The value by which it is judged. */
  readonly write: Write;
  /** True for what is not allowed whoever writes it. */
  readonly isWrong?: boolean;
  /** Whether the server's record says what was attempted, where taking it may leave it as it was. */
  readonly hasTaken?: (record: ServerRecord) => boolean;
}

/** Whoever is at some device writes what they may not, and asks for what they may not see. */
export async function intrude(world: World): Promise<boolean> {
  const owner = world.chance.pick(owners);
  if (!owner) return false;
  const records = await world.server.records();
  const sight: Sight = { world, owner, records, circle: circleIn(records) };
  const attempt = world.chance.pick([edits, appoints, shares, erases, closes, decides, contributes])?.(sight);
  await asks(sight);
  if (!attempt || isAllowed(sight, attempt)) return false;
  const { envelope } = attempt;
  const code = await pushes(sight, attempt);
  world.trace.fault("written past the app", `${owner.name} ${envelope.id}: ${code ?? "kept"}`);
  if (code === undefined && (await hasTaken(world, attempt)))
    world.wrongs.push(`${owner.name} wrote ${envelope.id}, which they may not`);
  const isStranger =
    envelope.learner !== undefined &&
    relationsToLearner(sight.circle, owner.person, envelope.learner).size === 0;
  if (isStranger && code !== "not-allowed")
    world.wrongs.push(`${owner.name} is a stranger, and was told of ${envelope.id}: ${code}`);
  return true;
}

async function hasTaken({ server }: World, { envelope, hasTaken: says }: Attempt): Promise<boolean> {
  if (!says) return true;
  const record = (await server.records()).find((one) => one.envelope.id === envelope.id);
  return record === undefined || says(record);
}

const isAllowed = ({ circle, owner }: Sight, { write, isWrong }: Attempt): boolean =>
  isWrong !== true && mayWrite(circle, owner.person, write);

async function ask<A extends "pulled" | "pushed" | "audited">(
  { world, owner }: Sight,
  [question, answer]: readonly [RequestName, A],
  message: object,
): Promise<Message<A> | undefined> {
  const whole = { protocol: protocolVersion, epoch: null, ...message } as never;
  const reply = await world.server.serve(owner.name, question, writeMessage(question, whole));
  if (reply === "nothing" || reply.status !== 200) return undefined;
  const read = readMessage(answer, reply.body);
  return read.ok ? read.value : undefined;
}

/** Why it was refused; undefined when it was kept. */
async function pushes(sight: Sight, { envelope, fields }: Attempt): Promise<string | undefined> {
  const { random } = sight.world.chance;
  const state = createState(
    definitionOf(envelope.kind),
    (draft) => {
      const any = draft as unknown as AnyDraft;
      for (const [name, value] of Object.entries(fields))
        if (definitionOf(envelope.kind).fields[name]?.type === "text") any.type(name, value as string);
        else any.set(name, value);
    },
    { person: sight.owner.person, random },
  );
  const answered = await ask(sight, ["push", "pushed"], { records: [{ envelope, state, rev: 1 }] });
  const [answer] = answered?.answers ?? [];
  return answer?.kept ? undefined : (answer?.refused?.code ?? "no answer");
}

/** Asks for every learner there is, and for scopes of everybody. */
async function asks(sight: Sight): Promise<void> {
  const { world, owner, records } = sight;
  const truth = truthOf(records);
  const held = truth.held(owner.person, learners);
  const named = learners.flatMap((learner) => [`plan:${learner}`, `log:${learner}`]);
  const all = [...named, ...owners.map(({ person }) => `own:${person}`), `people:${home}`];
  const page = await ask(sight, ["pull", "pulled"], {
    positions: Object.fromEntries(all.map((scope) => [scope, 0])),
    opened: learners,
  });
  const open = new Set(
    records
      .filter((record) => truth.scopes(record).some((scope) => held.has(scope)))
      .map(({ envelope }) => envelope.id),
  );
  for (const { envelope } of page?.records ?? [])
    if (!open.has(envelope.id)) world.wrongs.push(`${envelope.id} leaked to ${owner.name}, who asked for it`);
  const scopes = Object.fromEntries(all.map((scope) => [scope, { position: 1_000_000, digest: 1 }]));
  const audited = await ask(sight, ["audit", "audited"], { scopes });
  for (const scope of Object.keys(audited?.differ ?? {}))
    if (![...held].some((one) => one === scope)) world.wrongs.push(`${scope} was listed to ${owner.name}`);
}

const anyOf = ({ world, records }: Sight, kind: KindName): ServerRecord | undefined =>
  world.chance.pick(records.filter(({ envelope }) => envelope.kind === kind));

const anyLearner = ({ world }: Sight): LearnerId => world.chance.pick(learners) ?? learners[0];

/** A new record of theirs, or one of which there is one. */
function anew<K extends KindName>(
  { world, owner }: Sight,
  {
    kind,
    learner,
    id = createId(kind, world.clock.now, world.chance.random),
  }: { readonly kind: K; readonly learner: LearnerId; readonly id?: Id<K> },
  fields: Attempt["fields"],
): Attempt {
  const isDerived = definitionOf(kind).idOf !== undefined;
  const signed = isDerived ? {} : { createdBy: owner.person, createdAt: world.clock.now };
  const envelope: Envelope = { id, kind, learner, ...signed };
  return { envelope, fields, write: { envelope, value: fields, isNew: true } };
}

/** Types in anybody's record. */
function edits(sight: Sight): Attempt | undefined {
  const { envelope, value } =
    sight.world.chance.pick(
      sight.records.filter(({ envelope: { kind } }) => definitionOf(kind).written === "together"),
    ) ?? {};
  if (!envelope || !value) return undefined;
  const texts = Object.entries(definitionOf(envelope.kind).fields).filter(([, { type }]) => type === "text");
  const [field] = sight.world.chance.pick(texts) ?? [];
  return field
    ? { envelope, fields: { [field]: "XXX" }, write: { envelope, value, isNew: false } }
    : undefined;
}

/** Makes themselves somebody's tutor. */
const appoints = (sight: Sight): Attempt =>
  anew(
    sight,
    { kind: "membership", learner: anyLearner(sight) },
    { role: "tutor", person: sight.owner.person },
  );

/** Shares anybody's entry with the tutor. */
function shares(sight: Sight): Attempt | undefined {
  const { envelope } = anyOf(sight, "log-entry") ?? {};
  return envelope?.learner
    ? anew(
        sight,
        { kind: "sharing-choice", learner: envelope.learner },
        {
          entry: envelope.id,
          sharedWith: "tutor",
          replaces: [],
        },
      )
    : undefined;
}

/** Erases what somebody wrote, in its writer's name or their own. */
function erases(sight: Sight): Attempt | undefined {
  const found = anyOf(sight, sight.world.chance.pick(["log-entry", "comment"]) ?? "comment");
  const learner = found?.envelope.learner;
  if (!found || !learner) return undefined;
  const author = sight.world.chance.hits(0.5) ? found.stamps.createdBy : sight.owner.person;
  const attempt = anew(sight, { kind: "erasure", learner }, { record: found.envelope.id, author });
  return { ...attempt, isWrong: author !== found.stamps.createdBy };
}

/** Closes a review, or sets an outcome of it, in the name of another series: one that is there, or will be. */
function closes(sight: Sight): Attempt | undefined {
  const { chance } = sight.world;
  const learner = anyLearner(sight);
  const [series, other] = chance.hits(0.5) ? [home, provider] : [provider, home];
  const closed = sight.records
    .filter(({ envelope: { kind, learner: of } }) => kind === "review-closed" && of === learner)
    .filter(({ value }) => value["series"] === series);
  const before = chance.pick(closed)?.value["review"] as Id<"review"> | undefined;
  const review = reviewIdOf({ learner, series, ...(before ? { previous: before } : {}) });
  const target = anyOf(sight, "target")?.envelope.id as Id<"target"> | undefined;
  const attempt =
    target && chance.hits(0.5)
      ? anew(
          sight,
          { kind: "target-outcome", learner, id: targetOutcomeIdOf(review, target) },
          { review, series: other, target },
        )
      : anew(
          sight,
          { kind: "review-closed", learner },
          { review, series: other, content: "{}", contentHash: "2" },
        );
  // Staff of the series may write in an outcome that is there, whose own series can win over the one they name.
  return { ...attempt, isWrong: true, hasTaken: ({ value }) => value["series"] === other };
}

/** Ends what makes anybody part of a learner's care. */
function decides(sight: Sight): Attempt | undefined {
  const { envelope } = anyOf(sight, "membership") ?? {};
  return envelope?.learner
    ? anew(sight, { kind: "membership-ended", learner: envelope.learner }, { membership: envelope.id })
    : undefined;
}

/** Says something to a review of one learner among what is about another, or in somebody else's name. */
function contributes(sight: Sight): Attempt | undefined {
  const { chance } = sight.world;
  const review = anyOf(sight, "review")?.envelope;
  if (!review || kindOfId(review.id) !== "review") return undefined;
  const of = review.id as Id<"review">;
  const by = chance.pick(owners)?.person ?? sight.owner.person;
  const learner = anyLearner(sight);
  const attempt = anew(
    sight,
    { kind: "contribution", learner, id: contributionIdOf(of, by) },
    { review: of, words: "XXX" },
  );
  return { ...attempt, isWrong: learner !== review.learner || by !== sight.owner.person };
}
