import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { learnerOfPerson, type PersonId } from "#model/id.ts";
import type { AddedPerson, SignInCode } from "#model/wire/api.ts";
import { signInByCode } from "#server/sign-in/signing-in.ts";
import { aRecord, aSchoolServer, aServer, orThrow, organisation, person } from "#tests/support/server.ts";
import { aHolder, inject, round, write, type Holder } from "./device.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "waymark-added-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("[S11] whoever was added after the backup comes back with a new code, and sends what they wrote", async () => {
  const server = await aSchoolServer({ file: join(folder, "server.db") });
  const tablet = await aHolder(server, { name: "tablet-of-tess", person: person("tess") });
  const office = await aHolder(server, { name: "office-computer", person: person("coordinator") });
  const backup = join(folder, "backup.db");
  await server.storage.copyTo(backup);

  const post = async <T>(on: typeof server, path: string, payload: object): Promise<T> => {
    const headers = { cookie: office.cookie };
    const answer = await on.app.inject({ method: "POST", url: `/api${path}`, headers, payload });
    expect(answer.statusCode).toBe(200);
    return answer.json<T>();
  };
  const added = await post<AddedPerson>(server, "/people", {
    org: organisation("school"),
    name: "Nadia Rahman",
    role: "learner",
    tutor: person("tess"),
  });
  const nadia: PersonId = added.person;
  const phone = await aHolder(server, { name: "phone-of-nadia", person: nadia });
  await round(phone, inject(server));
  await write(
    phone,
    aRecord("log-entry", { learner: learnerOfPerson(nadia), by: nadia }, (draft) =>
      draft.type("did", "Began"),
    ),
  );
  expect((await round(phone, inject(server))).allSent).toBe(true);
  expect((await round(tablet, inject(server))).allSent).toBe(true);
  await server.close();

  const again = await aServer({ file: backup });
  expect((await round(phone, inject(again))).problem?.code).toBe("signed-out");
  expect((await round(tablet, inject(again))).allSent).toBe(true);
  const [code] = await post<readonly SignInCode[]>(again, "/people/codes", { people: [nadia] });
  expect(code).toMatchObject({ name: "Nadia Rahman", userName: "nadia.r" });
  const signedIn = { code: code?.code ?? "", password: "new words", deviceName: "phone" };
  const { token } = orThrow(await signInByCode(again.site, signedIn));
  const back: Holder = { ...phone, cookie: `waymark_session=${token}` };
  expect((await round(back, inject(again))).allSent).toBe(true);
  const entries = [...phone.disk.rows.keys()].filter((id) => id.startsWith("log-entry_"));
  expect(entries).toHaveLength(1);
  expect(await again.storage.read((t) => t.records.byIds(entries))).toHaveLength(1);
  await again.close();
});
