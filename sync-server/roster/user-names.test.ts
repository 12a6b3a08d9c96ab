import { expect, test } from "vitest";
import { proposeUserName, type Named } from "./user-names.ts";

const named = (givenName: string, familyName = "", more: Partial<Named> = {}): Named => ({
  givenName,
  familyName,
  role: "learner",
  name: [givenName, familyName].join(" ").trim(),
  ...more,
});
const propose = (person: Named, ...taken: string[]): string => proposeUserName(person, new Set(taken));

test.each([
  ["Maisie", "Thornton", "maisie.t"],
  ["Sean", "O'Brien", "sean.o"],
  ["Thi Mai", "Nguyễn", "thi.n"],
  ["Łukasz", "Żak", "lukasz.z"],
  ["Aaliyah", "", "aaliyah"],
  ["Anne-Marie", "De Souza", "anne.d"],
  ["محمد", "الأحمد", "learner1"],
  ["🦊", "", "learner1"],
])("%s %s is offered a name a phone can type: %s %s", (given, family, userName) => {
  expect(propose(named(given, family))).toBe(userName);
});

test("staff are known by initial and family name", () => {
  expect(propose(named("Farida", "Iqbal", { role: "teacher" }))).toBe("f.iqbal");
  expect(propose(named("Farida", "Iqbal", { role: "teacher" }), "f.iqbal")).toBe("fa.iqbal");
});

test("a taken name grows by letters, then by a number", () => {
  expect(propose(named("Maisie", "Th"), "maisie.t")).toBe("maisie.th");
  expect(propose(named("Maisie", "Th"), "maisie.t", "maisie.th")).toBe("maisie.th2");
  expect(propose(named("Aaliyah"), "aaliyah", "aaliyah2")).toBe("aaliyah3");
  expect(propose(named("محمد"), "learner1")).toBe("learner2");
});

test("the list's own user name is kept when it can be typed and is free", () => {
  expect(propose(named("Maisie", "Thornton", { userName: "Maisie.Thornton" }))).toBe("maisie.thornton");
  expect(propose(named("Maisie", "Thornton", { userName: "maisie t" }))).toBe("maisie.t");
  expect(propose(named("Maisie", "Thornton", { userName: "mt" }), "mt")).toBe("maisie.t");
});
