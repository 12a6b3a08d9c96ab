/**
 * What was typed and is not durable in the moment in which its page goes away, when nothing can be waited for: it is jotted
 * down in the one storage that takes words at once. A jotting is what an editor would have merged into its record, so
 * taking it in, again and again or beside the write that did come through, doubles nothing. It is taken in at the next
 * start, or at once by another tab. Each lies under its person's name, and nobody else's store reads it. Once the browser
 * has cleared the rest, all that is open is jotted down, and waits until its person signs in again, for thirty days.
 */
import type { Id, PersonId } from "#model/id.ts";
import { bytesToText, textToBytes } from "#store/database/documents/base64.ts";
import { jottedKeys } from "#store/database/jotted-keys.ts";
import { jottingsPrefix, lastJottingsPrefix } from "#store/database/names.ts";
import type { Surroundings } from "#store/ports.ts";
import { putAside } from "#store/replicate/put-aside.ts";
import { attempted, isPassing } from "#store/storage-failure.ts";
import type { Unwatch } from "#store/store.ts";
import { mergeWritten } from "./merging.ts";
import type { Jottings, WritingGround, Written } from "./writing.ts";

/** The jottings of one tab, in which none is yet. `isCleared` once the browser has cleared what it kept here. */
export function createJottings(
  person: PersonId,
  { now, random }: Surroundings,
  isCleared: () => boolean,
): Jottings {
  const tab = `${now()}-${random().toString(36).slice(2)}/`;
  const here = jottingsPrefix(person) + tab;
  const last = lastJottingsPrefix(person) + tab;
  const putHere = new Set<Id>();
  return {
    put: (written) => {
      try {
        // What was stored of it is gone, so that it need not be as it was: the record begins with this.
        if (isCleared()) localStorage.setItem(last + written.id, textOf({ ...written, resets: undefined }));
        else {
          localStorage.setItem(here + written.id, textOf(written));
          putHere.add(written.id);
        }
      } catch {
        // There is no room, and nobody left to be told: the person was asked to stay.
      }
    },
    drop: (id) => {
      if (putHere.delete(id)) localStorage.removeItem(here + id);
    },
  };
}

const textOf = ({ state, ...rest }: Written): string =>
  JSON.stringify({ ...rest, state: bytesToText(state) });

const writtenIn = (text: string): Written => {
  const { state, ...rest } = JSON.parse(text) as Omit<Written, "state"> & { readonly state: string };
  return { ...rest, state: textToBytes(state) };
};

/**
 * Takes in what tabs of this person jotted down that are gone, or cannot write. It stays where the disk takes nothing now,
 * or it cannot be understood; else it is in its record, or where it may not be, in the refused tray.
 */
export async function takeInJottings(ground: WritingGround): Promise<void> {
  const last = lastJottingsPrefix(ground.person);
  const prefixes = [jottingsPrefix(ground.person), last];
  const keys = jottedKeys().filter((key) => prefixes.some((prefix) => key.startsWith(prefix)));
  // A device that was cleared does not know yet who may: whoever wrote the last ones might, and the server will say.
  const groundOf = (key: string): WritingGround =>
    key.startsWith(last) ? { ...ground, may: () => true } : ground;
  await Promise.allSettled(
    keys.map(async (key) => {
      const text = localStorage.getItem(key);
      const isKept = text !== null && (await takeIn(groundOf(key), writtenIn(text)));
      // Its tab may still be there, and have jotted down more.
      if (isKept && localStorage.getItem(key) === text) localStorage.removeItem(key);
    }),
  );
}

async function takeIn(ground: WritingGround, written: Written): Promise<boolean> {
  const merged = await mergeWritten(ground, written);
  if (merged.ok && !merged.value.isReplaced) {
    const { before, row } = merged.value;
    if (row) ground.onSaved(before, row);
    return true;
  }
  const problem = merged.ok ? ({ code: "not-allowed" } as const) : merged.problem;
  const { id, envelope, state } = written;
  if (problem.code === "erased" || !envelope) return true;
  if (isPassing(problem)) return false;
  const aside = await attempted(() => putAside(ground, { id, envelope, state, problem }));
  return aside.ok;
}

/** Calls when another tab of this person has jotted something down. */
export function watchJottings(person: PersonId, listener: () => void): Unwatch {
  const hear = ({ key, newValue }: StorageEvent): void => {
    if (key?.startsWith(jottingsPrefix(person)) && newValue !== null) listener();
  };
  window.addEventListener("storage", hear);
  return () => window.removeEventListener("storage", hear);
}
