import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { learnerOfPerson, type Id } from "#model/id.ts";
import { planIdOf } from "#model/kinds/plan.ts";
import { aDevice, aRecord, aSchoolServer, aServer, person, type TestServer } from "#tests/support/server.ts";
import { aHolder, inject, round, write, type Holder } from "./device.ts";

// Ann wrote something after the backup. Before her phone comes back, somebody who has seen its id takes it.

const ann = person("ann");
const learner = learnerOfPerson(ann);
const hour = 3_600_000;
let folder: string;
let server: TestServer;
let phone: Holder;
let tablet: Holder;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "waymark-words-"));
  server = await aSchoolServer({ file: join(folder, "server.db") });
  phone = await aHolder(server, { name: "phone-of-ann", person: ann });
  tablet = await aHolder(server, { name: "tablet-of-tess", person: person("tess") });
  for (const device of [phone, tablet]) await round(device, inject(server));
  await server.storage.copyTo(join(folder, "backup.db"));
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const comment = (by: Holder["person"], words: string, id?: Id<"comment">) =>
  aRecord("comment", { learner, by, ...(id && { id }) }, (draft) => {
    draft.set("about", planIdOf(learner));
    draft.type("words", words);
  });

test.for([
  { who: "the phone, the tablet", order: [0, 1, 0] },
  { who: "the tablet, the phone", order: [1, 0, 1] },
])(
  "[A23] words that somebody erased as their own before they were back stay on every device: $who",
  async ({ order }) => {
    const written = comment(ann, "Words of Ann");
    const id = written.envelope.id as Id<"comment">;
    await write(phone, written);
    for (const device of [phone, tablet]) expect((await round(device, inject(server))).allSent).toBe(true);
    await server.close();
    copyFileSync(join(folder, "backup.db"), join(folder, "again.db"));
    server = await aServer({ file: join(folder, "again.db") });
    server.later(hour);
    const intruder = await aDevice(server, person("jo"));
    const erasure = aRecord("erasure", { learner, by: person("jo") }, (draft) => {
      draft.set("record", id);
      draft.set("author", person("jo"));
    });
    const taken = await intruder.push(comment(person("jo"), "", id), erasure);
    expect(taken.map(({ refused }) => refused)).toEqual([undefined, undefined]);
    for (const which of order)
      expect((await round([phone, tablet][which] ?? phone, inject(server))).allSent).toBe(true);
    for (const { disk } of [phone, tablet]) {
      expect(disk.rows.get(id)).toMatchObject({
        envelope: { createdBy: ann },
        value: { words: "Words of Ann" },
      });
      expect(disk.refused.size).toBe(0);
    }
  },
);
