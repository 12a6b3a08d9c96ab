/** The demo tells whom to be, and each of them has a start screen that opens without a complaint. */
import { afterAll, expect, test } from "vitest";
import { sees, signIn } from "./support/anyone.ts";
import { demoPassword } from "./support/demo-ready.ts";
import { startServer } from "./support/running-server.ts";
import { hand } from "./support/story.ts";

const school = await startServer({ demo: demoPassword });
afterAll(() => school.remove());

const people = [
  { userName: "maisie.t", role: "learner", size: "phone", start: "My targets now" },
  { userName: "f.iqbal", role: "tutor", size: "tablet", start: "Maisie Thornton" },
  { userName: "d.barr", role: "teacher", size: "laptop", start: "Caseload" },
  { userName: "g.pugh", role: "provider staff", size: "tablet", start: "Maisie Thornton" },
  { userName: "s.okoro", role: "coordinator", size: "laptop", start: "Farida Iqbal" },
  { userName: "p.nair", role: "administrator", size: "laptop", start: "Farida Iqbal" },
  { userName: "m.bell", role: "safeguarding lead", size: "laptop", start: "Maisie Thornton" },
] as const;

test.for(people)(
  "the demo prints a $role, whose start screen opens",
  async ({ userName, role, size, start }) => {
    expect(school.output()).toMatch(new RegExp(`${userName} .*${role}`));
    expect(school.output()).toContain(demoPassword);
    const device = await hand(size, school);
    const page = await signIn(device, userName);
    await sees(page, start);
  },
);
