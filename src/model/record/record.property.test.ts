import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { hashOf } from "./bytes.ts";
import { kindOf } from "#model/kinds.ts";
import type { Value } from "#model/kinds.ts";
import { emptyState, mergeAndProject, mergeStates, openRecord, project } from "./record.ts";
import type { OpenRecord, State } from "./record.ts";
import { strands } from "#model/kinds/strand.ts";
import type { Target } from "#model/kinds/target.ts";

const target = kindOf("target");
type OpenTarget = OpenRecord<typeof target.fields, typeof target.lists>;

/** What a replica may do in a history. */
type Step =
  | { readonly do: "choose"; readonly strand: (typeof strands)[number] }
  | { readonly do: "type"; readonly field: "what" | "why"; readonly at: number; readonly words: string }
  | { readonly do: "erase"; readonly field: "what" | "why"; readonly from: number; readonly length: number }
  | { readonly do: "step"; readonly id: string; readonly words: string }
  | { readonly do: "meet"; readonly id: string; readonly met: boolean }
  | { readonly do: "remove"; readonly id: string }
  | { readonly do: "undo" }
  | { readonly do: "take"; readonly from: number }
  | { readonly do: "reopen" };

const field = fc.constantFrom("what" as const, "why" as const);
const itemId = fc.constantFrom("a", "b", "c");
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("choose" as const), strand: fc.constantFrom(...strands) }),
  fc.record({
    do: fc.constant("type" as const),
    field,
    at: fc.nat(12),
    words: fc.string({ unit: "grapheme", maxLength: 6 }),
  }),
  fc.record({ do: fc.constant("erase" as const), field, from: fc.nat(12), length: fc.nat(5) }),
  fc.record({ do: fc.constant("step" as const), id: itemId, words: fc.string({ maxLength: 5 }) }),
  fc.record({ do: fc.constant("meet" as const), id: itemId, met: fc.boolean() }),
  fc.record({ do: fc.constant("remove" as const), id: itemId }),
  fc.record({ do: fc.constant("undo" as const) }),
  fc.record({ do: fc.constant("take" as const), from: fc.nat(3) }),
  fc.record({ do: fc.constant("reopen" as const) }),
);
const history = fc.array(fc.tuple(fc.nat(3), step), { maxLength: 40 });

/** Plays a history on four replicas and returns what each ends with, all stored as a device stores. */
function play(steps: readonly (readonly [number, Step])[]): State[] {
  const random = seededRandom(7);
  const open = (state: State, replica: number): OpenTarget =>
    openRecord(target, state, { person: `person_${replica}`, random });
  const replicas = [0, 1, 2, 3].map((replica) => open(emptyState, replica));
  for (const [at, what] of steps) {
    const replica = replicas[at];
    if (!replica) continue;
    if (what.do === "reopen") {
      replicas[at] = open(mergeStates(replica.state()), at);
      replica.close();
    } else if (what.do === "take") replica.merge(mergeStates(replicas[what.from]?.state() ?? emptyState));
    else apply(replica, what);
  }
  return replicas.map((replica) => mergeStates(replica.state()));
}

function apply(replica: OpenTarget, what: Exclude<Step, { do: "take" | "reopen" }>): void {
  if (what.do === "undo") return void replica.undo();
  const words = "field" in what ? replica.value()[what.field] : "";
  replica.change((draft) => {
    if (what.do === "choose") draft.set("strand", what.strand);
    if (what.do === "type")
      draft.type(what.field, words.slice(0, what.at) + what.words + words.slice(what.at));
    if (what.do === "erase")
      draft.type(what.field, words.slice(0, what.from) + words.slice(what.from + what.length));
    if (what.do === "step") {
      draft.item("steps", what.id).place(`a${what.id}`);
      draft.item("steps", what.id).type("what", what.words);
    }
    if (what.do === "meet") draft.item("steps", what.id).set("met", what.met);
    if (what.do === "remove") draft.item("steps", what.id).remove();
  });
}

describe("merging", () => {
  test("[M1] equal content has equal bytes, whatever the order and number of merges", () => {
    fc.assert(
      fc.property(
        history,
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 }),
        (steps, order) => {
          const ends = play(steps);
          const forwards = mergeStates(...ends);
          const shuffled = mergeStates(...order.map((index) => ends[index] ?? emptyState));
          const oneByOne = order.reduce<State>(
            (merged, index) => mergeStates(ends[index] ?? emptyState, merged),
            emptyState,
          );
          expect(hashOf(shuffled)).toBe(hashOf(forwards));
          expect(hashOf(oneByOne)).toBe(hashOf(forwards));
          expect(hashOf(mergeStates(forwards, ends[0] ?? emptyState, forwards))).toBe(hashOf(forwards));
        },
      ),
      { numRuns: 400 },
    );
  });

  test("[M5] every replica that has everything shows the same value", () => {
    fc.assert(
      fc.property(history, (steps) => {
        const ends = play(steps);
        const values = ends.map((_end, index) =>
          project(target, mergeStates(...ends.slice(index), ...ends.slice(0, index))),
        );
        for (const value of values) expect(value).toEqual(values[0]);
      }),
      { numRuns: 200 },
    );
  });

  test("[M5] a replica's own view is the projection of the bytes it stores", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const replica = openRecord(target, emptyState, { person: "person_0", random: seededRandom(3) });
        for (const what of steps) if (what.do !== "take" && what.do !== "reopen") apply(replica, what);
        expect(project(target, mergeStates(replica.state()))).toEqual(replica.value());
        replica.close();
      }),
    );
  });
});

const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 });

test("[M5] merging and reading at once gives the bytes that merging gives and the value that reading them gives", () => {
  fc.assert(
    fc.property(history, (steps) => {
      const ends = play(steps);
      const { state, value } = mergeAndProject(target, ...ends);
      expect(state).toEqual(mergeStates(...ends));
      expect(value).toEqual(project(target, state));
    }),
    { numRuns: 200 },
  );
});

describe("concurrent edits", () => {
  const two = (start: (draft: OpenTarget) => void): readonly [OpenTarget, OpenTarget] => {
    const random = seededRandom(11);
    const first = openRecord(target, emptyState, { person: "person_0", random });
    start(first);
    const state = mergeStates(first.state());
    return [
      openRecord(target, state, { person: "person_1", random }),
      openRecord(target, state, { person: "person_2", random }),
    ];
  };
  const together = (a: OpenTarget, b: OpenTarget): Target =>
    project(target, mergeStates(a.state(), b.state()));

  test("[M2] edits of different fields are both kept", () => {
    fc.assert(
      fc.property(words, fc.constantFrom(...strands), (typed, strand) => {
        const [phone, tablet] = two(() => {});
        phone.change((draft) => draft.type("why", typed));
        tablet.change((draft) => draft.set("strand", strand));
        expect(together(phone, tablet)).toMatchObject({ why: typed, strand });
      }),
    );
  });

  test("[M2] typing into one field on two devices keeps both, each unbroken", () => {
    fc.assert(
      fc.property(words, words, words, (before, mine, yours) => {
        // Of “#a” put before “#”, nobody can say that it was not “a#” put behind: what is kept whole is then that.
        fc.pre(before === "" || mine.codePointAt(0) !== before.codePointAt(0));
        const [phone, tablet] = two((draft) => draft.change((edit) => edit.type("what", before)));
        phone.change((draft) => draft.type("what", mine + before));
        tablet.change((draft) => draft.type("what", before + yours));
        const kept = together(phone, tablet).what;
        expect(kept).toContain(mine);
        expect(kept).toContain(yours);
        expect(kept).toHaveLength(before.length + mine.length + yours.length);
      }),
    );
  });

  test("[M4] both answers to one choice stay readable, with who gave them, until someone chooses again", () => {
    const [phone, tablet] = two((draft) => draft.change((edit) => edit.set("strand", "maths")));
    phone.change((draft) => draft.set("strand", "english"));
    tablet.change((draft) => draft.set("strand", "digital"));
    const disputed = together(phone, tablet);
    expect(disputed.answers?.["strand"]).toHaveLength(2);
    expect(disputed.answers?.["strand"]).toEqual(
      expect.arrayContaining([
        { value: "english", by: "person_1" },
        { value: "digital", by: "person_2" },
      ]),
    );
    phone.merge(tablet.state());
    phone.change((draft) => draft.set("strand", "digital"));
    expect(together(phone, tablet)).toMatchObject({ strand: "digital" });
    expect(together(phone, tablet)).not.toHaveProperty("answers");
  });

  test("[M4] the same answer given twice is no dispute", () => {
    const [phone, tablet] = two(() => {});
    phone.change((draft) => draft.set("strand", "english"));
    tablet.change((draft) => draft.set("strand", "english"));
    expect(together(phone, tablet)).not.toHaveProperty("answers");
  });

  test("[M8] an edit of an item that was removed meanwhile comes back with it", () => {
    const [phone, tablet] = two((open) =>
      open.change((draft) => {
        draft.item("steps", "one").place("a0");
        draft.item("steps", "one").type("what", "Find a rule");
      }),
    );
    phone.change((draft) => draft.item("steps", "one").remove());
    tablet.change((draft) => draft.item("steps", "one").type("what", "Find a steel rule"));
    expect(together(phone, tablet).steps).toEqual([]);
    phone.merge(tablet.state());
    phone.change((draft) => draft.item("steps", "one").restore());
    expect(together(phone, tablet).steps).toMatchObject([{ id: "one", what: "Find a steel rule" }]);
  });

  test("[M12] undo takes back one's own words and leaves the other person's", () => {
    fc.assert(
      fc.property(words, words, (mine, yours) => {
        const [phone, tablet] = two(() => {});
        phone.change((draft) => draft.type("why", mine));
        tablet.change((draft) => draft.type("why", yours));
        phone.merge(tablet.state());
        expect(phone.undo()).toBe(true);
        expect(phone.value().why).toBe(yours);
        expect(phone.redo()).toBe(true);
        expect(phone.value().why).toHaveLength(mine.length + yours.length);
      }),
    );
  });
});

test("[M6] a record opened for change has a client id of its own, also when the same bytes are opened again", () => {
  const random = seededRandom(6);
  const start = openRecord(target, emptyState, { person: "person_1", random });
  start.change((draft) => draft.type("why", "To drive"));
  const state = mergeStates(start.state());
  const openings = Array.from({ length: 20 }, () =>
    openRecord(target, state, { person: "person_1", random }),
  );
  const ids = new Set([start, ...openings].map(({ clientId }) => clientId));
  expect(ids.size).toBe(21);
  const [lost, kept] = openings;
  lost?.change((draft) => draft.type("why", "To drive a van"));
  lost?.close();
  kept?.change((draft) => draft.type("why", "To drive a bus"));
  expect(project(target, mergeStates(state, kept?.state() ?? emptyState)).why).toBe("To drive a bus");
});

test("[M7] fields of a newer app survive an edit and a merge by an older one", () => {
  const newer = { ...target, fields: { ...target.fields, mood: target.fields.why } };
  const older = target;
  const random = seededRandom(5);
  const written = openRecord(newer, emptyState, { person: "person_1", random });
  written.change((draft) => draft.type("mood", "Glad of it"));
  const edited = openRecord(older, mergeStates(written.state()), { person: "person_2", random });
  edited.change((draft) => draft.set("strand", "english"));
  expect(edited.value()).not.toHaveProperty("mood");
  expect(project(newer, mergeStates(edited.state(), written.state()))).toMatchObject({
    mood: "Glad of it",
    strand: "english",
  });
});

test("an edit in the middle of an emoji keeps every character whole", () => {
  const open = openRecord(kindOf("log-entry"), emptyState, { person: "person_1", random: seededRandom(1) });
  open.change((draft) => draft.type("did", "Cut 👍🏽 twice"));
  open.change((draft) => draft.type("did", "Cut 👍🏿 twice"));
  const value: Value<"log-entry"> = project(kindOf("log-entry"), mergeStates(open.state()));
  expect(value.did).toBe("Cut 👍🏿 twice");
});
