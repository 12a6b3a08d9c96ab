/** Ends a device at every storage call of a round, starts it again on the same disk, and lets the oracle look. */
import { openWorld } from "#tests/sync/world/world.ts"; // First: it seeds what Yjs draws from the platform.
import { endWorld } from "#tests/sync/simulation.ts";
import { settled } from "#tests/sync/world/device.ts";
import type { Variation } from "#tests/sync/world/device.ts";
import { of } from "#tests/sync/world/telling.ts";
import type { World } from "#tests/sync/world/world.ts";
import type { Scribe } from "#tests/sync/writing/scribe.ts";
import { createCrashing, whens } from "./crashing.ts";
import type { CrashPoint } from "./crashing.ts";
import type { Story } from "./stories.ts";

/** What became of a story. */
interface Told {
  /** The storage calls of its round up to its end, by name. */
  readonly calls: readonly string[];
  /** What went over the network in the round. */
  readonly asked: readonly string[];
  readonly findings: readonly string[];
}

/** Tells a story, with the device ended at the point if one is given. */
export async function tell(story: Story, point?: CrashPoint, planted?: Variation): Promise<Told> {
  const crashing = createCrashing(planted);
  const world = await openWorld(story.seed, crashing.variation);
  await story.before(world);
  const scribe = of(world, story.device);
  const { calls } = crashing.watch(scribe.device, point);
  const asked = await goThrough(world, scribe, story.meanwhile);
  crashing.unwatch();
  const { findings } = await endWorld(world);
  return { calls, asked, findings };
}

async function goThrough(
  world: World,
  scribe: Scribe,
  meanwhile: Story["meanwhile"],
): Promise<readonly string[]> {
  const { device } = scribe;
  const { inFlight } = world.network;
  const asked: string[] = [];
  let isWritten = meanwhile === undefined;
  device.startRound();
  while (device.isBusy && !device.mood.isDead) {
    await settled();
    const [message] = inFlight;
    if (!message) continue;
    if (message.reply === undefined) asked.push(message.name);
    else if (message.name === "pull" && !isWritten) {
      isWritten = true;
      await meanwhile?.(scribe);
    }
    await world.network.deliver(message);
  }
  return asked;
}

/** How a sweep went. */
export interface Swept {
  /** What the whole round asked the server, in order. */
  readonly asked: readonly string[];
  readonly calls: readonly string[];
  /** How often the device was ended. */
  readonly crashes: number;
  /** What was wrong after which of them. */
  readonly findings: readonly string[];
}

/** Ends the device before, in and after every storage call of the story's round, one telling each. */
export async function sweep(story: Story, planted?: Variation): Promise<Swept> {
  const whole = await tell(story, undefined, planted);
  const points = whole.calls.flatMap((_name, call) => whens.map((when) => ({ call, when })));
  const findings = whole.findings.map((finding) => `undisturbed: ${finding}`);
  let crashes = 0;
  for (const point of points) {
    if (point.when === "halfway" && !whole.calls[point.call]?.endsWith("*")) continue;
    crashes += 1;
    const { findings: found } = await tell(story, point, planted);
    findings.push(
      ...found.map((finding) => `${point.when} call ${point.call}, ${whole.calls[point.call]}: ${finding}`),
    );
  }
  return { asked: whole.asked, calls: whole.calls, crashes, findings };
}
