/**
 * Which files a OneRoster 1.1 zip may hold and which of their columns count here. Finds them under
 * the names that schools' systems really give them.
 *
 * Source: 1EdTech OneRoster 1.1, CSV tables.
 */
import { bareWord, closestOf } from "./reading/closest.ts";
import type { Column } from "./reading/columns.ts";
import { readTable, type TableRow, type TableShape } from "./reading/csv-table.ts";
import type { ProblemList } from "./reading/problem-list.ts";
import type { ZipFile } from "./reading/zip-files.ts";

const columnsOf = <Name extends string>(...names: Name[]): Column<Name>[] => names.map((name) => ({ name }));

const shapes = {
  manifest: { columns: columnsOf("propertyName", "value"), required: ["propertyName", "value"] },
  orgs: {
    columns: columnsOf(
      "sourcedId",
      "status",
      "dateLastModified",
      "name",
      "type",
      "identifier",
      "parentSourcedId",
    ),
    required: ["sourcedId"],
  },
  users: {
    columns: columnsOf(
      ...(["sourcedId", "status", "dateLastModified", "enabledUser", "orgSourcedIds", "role"] as const),
      ...(["username", "userIds", "givenName", "familyName", "middleName", "identifier", "email"] as const),
      ...(["sms", "phone", "agentSourcedIds", "grades", "password"] as const),
    ),
    required: ["sourcedId", "role"],
  },
  classes: {
    columns: columnsOf(
      ...(["sourcedId", "status", "dateLastModified", "title", "grades", "courseSourcedId"] as const),
      ...(["classCode", "classType", "location", "schoolSourcedId", "termSourcedIds"] as const),
      ...(["subjects", "subjectCodes", "periods"] as const),
    ),
    required: ["sourcedId"],
  },
  enrollments: {
    columns: columnsOf(
      ...(["sourcedId", "status", "dateLastModified", "classSourcedId", "schoolSourcedId"] as const),
      ...(["userSourcedId", "role", "primary", "beginDate", "endDate"] as const),
    ),
    required: ["classSourcedId", "userSourcedId", "role"],
  },
} as const satisfies Record<string, TableShape<string>>;

/** A file that is read. The standard has more; those are passed over. */
export type OneRosterFile = keyof typeof shapes;

/** A column of one of the files. */
export type ColumnOf<File extends OneRosterFile> = (typeof shapes)[File]["columns"][number]["name"];

const readFiles = Object.keys(shapes);
const otherFiles = [
  "academicSessions",
  "categories",
  "classResources",
  "courses",
  "courseResources",
  "demographics",
  "lineItems",
  "resources",
  "results",
];

/** One table of the zip and the name its file really has. */
export interface OneRosterTable<File extends OneRosterFile> {
  readonly file: string;
  /** Empty when the file is missing, empty or of no use. */
  readonly rows: readonly TableRow<ColumnOf<File>>[];
  /** False when there is no such file, or none that can be used. */
  readonly usable: boolean;
}

/** Reads one table of the zip, or an empty one under its standard name. */
export type TableReader = <File extends OneRosterFile>(file: File) => OneRosterTable<File>;

/** Sorts out which file is which, noting those with unusual names. Each table is read when it is asked for. */
export function createTableReader(files: readonly ZipFile[], problems: ProblemList): TableReader {
  const found = filesByMeaning(files, problems);
  return <File extends OneRosterFile>(name: File) => {
    const zipFile = found.get(name);
    if (!zipFile) return { file: `${name}.csv`, rows: [], usable: false };
    const shape: TableShape<ColumnOf<File>> = shapes[name];
    const rows = readTable({ file: zipFile.name, bytes: zipFile.bytes, problems }, shape);
    return { file: zipFile.name, rows: rows ?? [], usable: rows !== undefined };
  };
}

function filesByMeaning(files: readonly ZipFile[], problems: ProblemList): Map<string, ZipFile> {
  const found = new Map<string, ZipFile>();
  const exactFirst = files.toSorted((one, other) => Number(isExact(other)) - Number(isExact(one)));
  for (const zipFile of exactFirst) {
    const stem = stemOf(zipFile);
    const meant = closestOf(stem, [...readFiles, ...otherFiles]);
    if (meant === undefined || otherFiles.includes(meant)) continue;
    const about = { file: zipFile.name, line: 0 };
    if (found.has(meant)) {
      const detail = `There is another ${meant}.csv in the zip; that one was read.`;
      problems.add({ ...about, code: "file-twice", effect: "ignored", detail });
      continue;
    }
    found.set(meant, zipFile);
    if (bareWord(stem) === bareWord(meant)) continue;
    problems.add({
      ...about,
      code: "file-read-as",
      effect: "read-as",
      detail: `Read ${zipFile.name} as ${meant}.csv.`,
    });
  }
  return found;
}

const stemOf = ({ name }: ZipFile): string => name.replace(/\.[a-z]+$/i, "");
const isExact = (file: ZipFile): boolean => readFiles.includes(stemOf(file));
