/**
 * Proposes user names that a person can read, say and type on an old phone: letters a to z, digits and full stops.
 * Learners get `maisie.t`, staff `f.iqbal`. Scripts without Latin letters get role and number.
 */
import type { RosterPerson } from "./roster.ts";

const plainLetters: Readonly<Record<string, string>> = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ß: "ss",
  þ: "th",
  ı: "i",
  ħ: "h",
};
const MAX_LENGTH = 32;

/** What a user name is proposed from. */
export type Named = Pick<RosterPerson, "givenName" | "familyName" | "name" | "role" | "userName">;

/**
 * A name that is not in `taken`, which is compared in lower case. The user name of the list is kept when it
 * can be typed and is free.
 */
export function proposeUserName(person: Named, taken: ReadonlySet<string>): string {
  const own = person.userName?.toLowerCase();
  if (own !== undefined && isTypable(own) && !taken.has(own)) return own;
  const candidates = [...readableNames(person)].map((name) => name.slice(0, MAX_LENGTH));
  const free = candidates.find((name) => !taken.has(name));
  return free ?? numbered(candidates.at(-1) ?? plainRole(person), taken, candidates.length > 0);
}

const isTypable = (name: string): boolean => /^[a-z0-9](?:[a-z0-9._@-]{0,62}[a-z0-9])?$/.test(name);

/** From the shortest to the longest: maisie.t, maisie.th … maisie.thornton. None for names without Latin letters. */
function* readableNames({ givenName, familyName, name, role }: Named): Generator<string> {
  const [first = "", ...further] = (givenName || name)
    .split(/[\s-]+/)
    .map(plainWord)
    .filter((word) => word !== "");
  const last = familyName === "" ? (further.at(-1) ?? "") : plainWord(familyName);
  if (first === "" || last === "") {
    if (first !== "" || last !== "") yield first || last;
    return;
  }
  if (role === "learner") {
    for (let letters = 1; letters <= last.length; letters += 1) yield `${first}.${last.slice(0, letters)}`;
  } else {
    for (let letters = 1; letters <= first.length; letters += 1) yield `${first.slice(0, letters)}.${last}`;
  }
}

/** “Nguyễn” is nguyen, “O'Brien” obrien. Letters that have no plain form are dropped. */
const plainWord = (word: string): string =>
  [...word.normalize("NFKD").toLowerCase()]
    .map((letter) => plainLetters[letter] ?? letter)
    .join("")
    .replace(/[^a-z0-9]/g, "");

const plainRole = ({ role }: Named): string => (role === "learner" ? "learner" : "staff");

function numbered(stem: string, taken: ReadonlySet<string>, fromTwo: boolean): string {
  let number = fromTwo ? 2 : 1;
  while (taken.has(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}
