/** What the terminal says once the server runs: where to go next, and nothing else. */
import type { DemoPeople } from "#model/wire/api.ts";

/** On a fresh server. The part after # never leaves the browser, so no log of any proxy has the token. */
export const freshText = (url: string, token: string): string => `
  Waymark runs. It is empty. Open this link to set it up; it works once:

  ${url}/set-up#token=${token}

`;

/** On a server that is set up. */
export const readyText = (url: string): string => `
  Waymark runs at ${url}

`;

/** With the demo school: its people, and the password they share. */
export function demoText(url: string, { people, password }: DemoPeople): string {
  const widest = (column: "name" | "userName"): number =>
    Math.max(...people.map((person) => [...person[column]].length));
  const pad = (text: string, width: number): string =>
    text + " ".repeat(Math.max(0, width - [...text].length));
  const staffFirst = people.toSorted((a, b) => Number(a.role === "learner") - Number(b.role === "learner"));
  const lines = staffFirst.map(
    ({ name, userName, role }) =>
      `  ${pad(userName, widest("userName"))}  ${pad(name, widest("name"))}  ${role.replaceAll("-", " ")}`,
  );
  return `
${lines.join("\n")}

  Everyone's password: ${password}

  The demo school runs at ${url}

`;
}
