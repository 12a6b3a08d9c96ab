/**
 * How many may wait at the door: a device has one stream, and a few more while it is not known yet that old ones are dead.
 * Whoever comes is let in, and who has stood there longest goes: that is the stream nobody hears any more.
 */
import type { PersonId } from "#model/id.ts";

/** The most that wait at once. */
export interface PlaceLimits {
  readonly ofDevice: number;
  readonly ofPerson: number;
}

/** The limits people get: one person may have a whole class's tablets, and an account cannot fill the server. */
export const usualPlaces: PlaceLimits = { ofDevice: 4, ofPerson: 128 };

/** Someone who takes a place. */
interface Visitor {
  readonly person: PersonId;
  readonly device: string;
}

/** The places at one server's door. */
export interface Places<V extends Visitor> {
  /** Takes a place. Those whose place it was, longest there first; mostly nobody. */
  take(visitor: V): readonly V[];
  free(visitor: V): void;
}

/** Makes places. */
export function createPlaces<V extends Visitor>({ ofDevice, ofPerson }: PlaceLimits): Places<V> {
  const byPerson = new Map<PersonId, Set<V>>();
  const free = (visitor: V): void => {
    const theirs = byPerson.get(visitor.person);
    theirs?.delete(visitor);
    if (theirs?.size === 0) byPerson.delete(visitor.person);
  };
  return {
    free,
    take: (visitor) => {
      const theirs = (byPerson.get(visitor.person) ?? new Set<V>()).add(visitor);
      byPerson.set(visitor.person, theirs);
      const sameDevice = [...theirs].filter(({ device }) => device === visitor.device);
      const tooMany = sameDevice.slice(0, Math.max(0, sameDevice.length - ofDevice));
      for (const gone of tooMany) free(gone);
      const [longest] = theirs;
      if (theirs.size <= ofPerson || longest === undefined) return tooMany;
      free(longest);
      return [...tooMany, longest];
    },
  };
}
