/** People write: at once, in an editor, in two tabs, and while what they wrote is on its way. */
import { definitionOf } from "#model/kinds.ts";
import { isUnsent } from "#store/replicate/row.ts";
import type { Row } from "#store/replicate/row.ts";
import { nextDoing } from "#tests/sync/writing/doings.ts";
import { addStep, chooseValue, deleteWord, typeWord } from "#tests/sync/writing/edits.ts";
import type { Intent } from "#tests/sync/writing/edits.ts";
import { meetingsOf } from "#tests/sync/writing/meetings.ts";
import type { Scribe } from "#tests/sync/writing/scribe.ts";
import { settled } from "./device.ts";
import { anyScribe, describe, errorPage } from "./mishaps.ts";
import { finishRound } from "./settle.ts";
import type { Fault } from "./trace.ts";
import type { Peopled, World } from "./world.ts";

/** A person does the next thing. */
export async function write(world: Peopled): Promise<boolean> {
  const scribe = anyScribe(world);
  const intent = nextDoing(scribe.device.view());
  return intent !== undefined && writeOnce(world, scribe, intent);
}

async function writeOnce(world: Peopled, scribe: Scribe, intent: Intent): Promise<boolean> {
  const meetings = meetingsOf(scribe.device, intent);
  const end = await scribe.write(intent);
  if (end === "not allowed") return false;
  for (const meeting of meetings) world.trace.fault(meeting, intent.what);
  note(world, scribe, intent, end);
  return true;
}

/** Goes on writing in a record that is on its way to the server. */
export async function writeWhileSending(world: World): Promise<boolean> {
  const { network, scribes, chance } = world;
  const sending = new Set(network.inFlight.filter(({ name }) => name === "push").map(({ from }) => from));
  const scribe = chance.pick(scribes.filter(({ device }) => sending.has(device.name)));
  const row = scribe && chance.pick([...scribe.device.disk.rows.values()].filter(isUnsent));
  return scribe !== undefined && row !== undefined && typeInRow(world, scribe, row);
}

/** Goes on writing in a record that waits while its device is in a round: before it is sent, on its way, or with the answer. */
export async function writeInMidRound(world: Peopled): Promise<boolean> {
  const { scribes, chance } = world;
  const scribe = chance.pick(scribes.filter(({ device }) => device.isBusy));
  const row = scribe && chance.pick([...scribe.device.disk.rows.values()].filter(isTypedUnsent));
  return scribe !== undefined && row !== undefined && typeInRow(world, scribe, row);
}

/** A push arrives but its answer does not; while it is sent again, its writer goes on in the same record. */
export async function writeWhileSentAgain(world: World): Promise<boolean> {
  const { network, scribes, chance, trace } = world;
  const scribe = chance.pick(scribes.filter(({ device }) => device.isOnline && !device.isBusy));
  const row = scribe && chance.pick([...scribe.device.disk.rows.values()].filter(isTypedUnsent));
  if (!row) return false;
  const { device } = scribe;
  const push = async () => {
    device.startRound();
    await settled();
    return network.inFlight.findLast(({ from, name }) => from === device.name && name === "push");
  };
  const first = await push();
  if (first) {
    trace.fault("error page", describe(first));
    await network.deliver(first);
    network.garble(first, errorPage);
  }
  await finishRound(world, device);
  const isSending = !device.mood.isDead && (await push()) !== undefined;
  const now = device.disk.rows.get(row.id);
  if (isSending && now) await typeInRow(world, scribe, now);
  await finishRound(world, device);
  return true;
}

/** True for a record with words that wait to be sent. */
export const isTypedUnsent = (row: Row): boolean =>
  isUnsent(row) &&
  row.envelope.learner !== undefined &&
  definitionOf(row.envelope.kind).written === "together";

/** Types a word more in a record as it lies on the device. */
export async function typeInRow(world: Peopled, scribe: Scribe, { envelope, value }: Row): Promise<boolean> {
  const { learner } = envelope;
  const intent = learner && typeWord(scribe.device.view(), { envelope: { ...envelope, learner }, value });
  return intent !== undefined && writeOnce(world, scribe, intent);
}

function note({ trace }: Peopled, { device }: Scribe, intent: Intent, end: string): void {
  const line = `${device.name} ${intent.what}: ${end}`;
  if (end !== "saved") return trace.note(line);
  const { kind } = intent.envelope;
  const named: Partial<Record<string, Fault>> = {
    "membership-ended": "membership ended",
    membership: "membership given again",
    erasure: "erased",
    "sharing-choice": intent.said.fact?.narrows ? "made private" : "shared",
  };
  return trace.fault(intent.deletes ? "delete words" : (named[kind] ?? "edit"), line);
}

/** Types in an editor that stays open; at times in the same record beside it, too. */
export async function typeInEditor(world: Peopled): Promise<boolean> {
  const scribe = anyScribe(world);
  const view = scribe.device.view();
  const page = scribe.openPage;
  const way = world.chance.pick([typeWord, typeWord, chooseValue, deleteWord, addStep]);
  const intent = page ? way?.(view, page) : nextDoing(view);
  if (!intent || intent.said.fact) return false;
  const meetings = meetingsOf(scribe.device, intent);
  const end = page ? await scribe.type(intent) : await scribe.openWith(intent);
  if (end === "not allowed") return false;
  for (const meeting of meetings) world.trace.fault(meeting, intent.what);
  note(world, scribe, intent, end);
  const row = scribe.device.disk.rows.get(intent.envelope.id);
  if (row && world.chance.hits(0.4) && (await typeInRow(world, scribe, row)))
    world.trace.fault("two tabs", row.id);
  if (world.chance.hits(0.2)) await scribe.close();
  return true;
}
