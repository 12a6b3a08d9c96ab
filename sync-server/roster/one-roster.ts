/**
 * Reads a OneRoster 1.1 CSV zip as schools' systems really write it: bytes in, roster out. Whatever had to be
 * guessed or left out is named in `problems`; only a file that is no such list at all is refused.
 */
import { no, yes, type Outcome } from "#model/outcome.ts";
import { createTableReader, type OneRosterTable, type TableReader } from "./one-roster-files.ts";
import { readGroups } from "./one-roster-groups.ts";
import { isDeleted, readPeople } from "./one-roster-people.ts";
import { createProblemList, type ProblemList } from "./reading/problem-list.ts";
import { readZip } from "./reading/zip-files.ts";
import type { RosterRefusal } from "#model/wire/roster-preview.ts";
import type { Roster } from "./roster.ts";

/** Problems: `roster-unreadable`, with a `RosterRefusal` as detail. */
export function readOneRoster(zip: Uint8Array): Outcome<Roster> {
  const unzipped = readZip(zip);
  if (!unzipped.ok) return refuse(unzipped.problem);
  const problems = createProblemList();
  const tableOf = createTableReader(unzipped.files, problems);
  const users = tableOf("users");
  if (!users.usable) return refuse("no-people-file");
  if (users.rows.length === 0) return refuse("no-people");
  return yes(rosterOf(users, tableOf, problems));
}

const refuse = (why: RosterRefusal): Outcome<never> => no("roster-unreadable", why);

function rosterOf(users: OneRosterTable<"users">, tableOf: TableReader, problems: ProblemList): Roster {
  const classes = tableOf("classes");
  const enrollments = tableOf("enrollments");
  for (const { file } of [classes, enrollments].filter(({ usable }) => !usable)) {
    const detail = `Without ${file} nobody is given anyone to look after, and nothing given before is ended.`;
    problems.add({ file, line: 0, code: "file-missing", effect: "noted", detail });
  }
  const organisation = organisationOf(tableOf("orgs"), users, problems);
  const { people, setAside, relativesLeftOut } = readPeople(users, problems);
  const known = new Set(people.map(({ sourcedId }) => sourcedId));
  const named = users.rows.map(({ cell }) => cell("sourcedId"));
  const leftOut = new Set(named.filter((id) => !known.has(id)));
  const groups = readGroups({ classes, enrollments, people, leftOut }, problems);
  const isChangesOnly = manifestReader(tableOf("manifest"), problems);
  const complete = {
    people: !isChangesOnly(["users"]),
    groups: classes.usable && enrollments.usable && !isChangesOnly(["users", "classes", "enrollments"]),
  };
  return { organisation, people, groups, problems: problems.all(), setAside, relativesLeftOut, complete };
}

/** Tells whether the manifest makes any of some files a list of changes; without one every file is whole. */
function manifestReader(
  { file, rows }: OneRosterTable<"manifest">,
  problems: ProblemList,
): (files: readonly string[]) => boolean {
  const changes = rows.filter(({ cell }) => cell("value").toLowerCase() === "delta");
  const names = new Set(changes.map(({ cell }) => cell("propertyName").toLowerCase()));
  return (files) => {
    const isDelta = files.some((name) => names.has(`file.${name}`));
    const detail =
      "The list holds changes only. Nobody leaves by missing from it; only people marked so leave.";
    if (isDelta)
      problems.add({ file, line: changes[0]?.line ?? 0, code: "changes-only", effect: "noted", detail });
    return isDelta;
  };
}

/** The school most users belong to; else whatever organisation there is. Its name may be empty. */
function organisationOf(
  { file, rows }: OneRosterTable<"orgs">,
  users: OneRosterTable<"users">,
  problems: ProblemList,
): Roster["organisation"] {
  const usersByOrg = new Map<string, number>();
  for (const { cell } of users.rows) {
    for (const id of cell("orgSourcedIds").split(/[,;|]/)) {
      usersByOrg.set(id.trim(), (usersByOrg.get(id.trim()) ?? 0) + 1);
    }
  }
  const [first] = rows
    .filter(({ line, cell }) => cell("name") !== "" && !isDeleted(cell("status"), { file, line, problems }))
    .map(({ cell }) => ({
      sourcedId: cell("sourcedId"),
      name: cell("name"),
      type: cell("type").toLowerCase(),
    }))
    .toSorted(
      (one, other) =>
        Number(other.type === "school") - Number(one.type === "school") ||
        (usersByOrg.get(other.sourcedId) ?? 0) - (usersByOrg.get(one.sourcedId) ?? 0),
    );
  return first ? { name: first.name, sourcedId: first.sourcedId } : { name: "" };
}
