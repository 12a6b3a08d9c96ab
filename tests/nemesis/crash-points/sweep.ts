/** Ends a device at every storage call of a round, starts it again on the same disk, and lets the oracle look. */
import { openWorld } from "#tests/sync/world/world.ts"; // First: it seeds what Yjs draws from the platform.
import { endWorld } from "#tests/sync/simulation.ts";
import { settled } from "#tests/sync/world/device.ts";
import type { Variation } from "#tests/sync/world/device.ts";
import { of } from "#tests/sync/world/telling.ts";
import type { World } from "#tests/sync/world/world.ts";
import type { Scribe } from "#tests/sync/writing/scribe.ts";
import { createCrashing } from "./crashing.ts";
import type { Call, CrashPoint, Watched } from "./crashing.ts";
import type { Story } from "./stories.ts";

/** What became of a story. */
interface Told {
  /** The storage calls of its round up to its end. */
  readonly calls: readonly Call[];
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
  const watched = crashing.watch(scribe.device, point);
  const asked = await goThrough(world, scribe, { meanwhile: story.meanwhile, watched });
  crashing.unwatch();
  const { findings } = await endWorld(world);
  return { calls: watched.calls, asked, findings };
}

async function goThrough(
  world: World,
  scribe: Scribe,
  { meanwhile, watched }: { readonly meanwhile: Story["meanwhile"]; readonly watched: Watched },
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
    watched.move();
    await world.network.deliver(message);
  }
  return asked;
}

/** When in a call the device has to end to end in a state of its own. */
function differentPoints(call: Call, previous: Call | undefined): readonly CrashPoint["when"][] {
  return [
    ...(call.moved === previous?.moved ? [] : (["before"] as const)),
    ...(call.hasHalves ? (["halfway"] as const) : []),
    ...(call.isWriting ? (["after"] as const) : []),
  ];
}

/** How a sweep went. */
export interface Swept {
  /** What the whole round asked the server, in order. */
  readonly asked: readonly string[];
  readonly calls: readonly Call[];
  /** How often the device was ended. */
  readonly crashes: number;
  /** What was wrong after which of them. */
  readonly findings: readonly string[];
}

/**
 * Ends the device before, in and after every storage call of the story's round, one telling each. After one call is
 * also before the next when nothing moved between them, and after a read is as before it: that is told once.
 */
export async function sweep(story: Story, planted?: Variation): Promise<Swept> {
  const whole = await tell(story, undefined, planted);
  const points = whole.calls.flatMap((call, at) =>
    differentPoints(call, whole.calls[at - 1]).map((when) => ({ call: at, when })),
  );
  const findings = whole.findings.map((finding) => `undisturbed: ${finding}`);
  let crashes = 0;
  for (const point of points) {
    crashes += 1;
    const { findings: found } = await tell(story, point, planted);
    findings.push(
      ...found.map(
        (finding) => `${point.when} call ${point.call}, ${whole.calls[point.call]?.what}: ${finding}`,
      ),
    );
  }
  return { asked: whole.asked, calls: whole.calls, crashes, findings };
}
