/**
 * The first hour of a fresh server: a one-time token, printed where only whoever started it can
 * read it, lets them set up an organisation or load the demo, so that nobody else takes it.
 */
import { createHash } from "node:crypto";
import type { SetUp, SetUpState } from "#model/wire/api.ts";
import { createId, isIdOf } from "#model/id.ts";
import { no, yes, type Outcome } from "#model/outcome.ts";
import { keepPassword } from "#server/sign-in/passwords.ts";
import { startSession, type NewSession } from "#server/sign-in/sessions.ts";
import { isUserName } from "#server/sign-in/user-name.ts";
import type { Transaction } from "#server/storage/storage.ts";
import { openDesk } from "#server/sync/desk/desk.ts";
import type { Site } from "#server/sync/site.ts";
import { addMembership, addOrganisation, addPerson } from "./registrar.ts";

/** True until anybody can sign in. */
export const isFresh = async ({ accounts }: Transaction): Promise<boolean> =>
  (await accounts.countUsers()) === 0;

/** How many tokens are good at once: each of several servers on one database prints a link of its own. */
const tokensMax = 5;

/** A new token for the set-up of a fresh server; undefined when it is set up. Of the tokens before, the last few stay good. */
export const newSetUpToken = ({
  storage,
  surroundings,
}: Pick<Site, "storage" | "surroundings">): Promise<string | undefined> =>
  storage.write(async (t) => {
    if (!(await isFresh(t))) return undefined;
    const token = Buffer.from(surroundings.secrets(18)).toString("base64url");
    const hashes = [hashOfToken(token), ...(await tokenHashes(t))].slice(0, tokensMax);
    await t.meta.put("set-up-token", hashes.join(" "));
    return token;
  });

/** Whether this server may be set up with this token. Problems: `not-empty`, `wrong-code`. */
export async function checkToken(t: Transaction, token: string): Promise<Outcome<true>> {
  if (!(await isFresh(t))) return no("not-empty");
  return (await tokenHashes(t)).includes(hashOfToken(token)) ? yes(true) : no("wrong-code");
}

const tokenHashes = async ({ meta }: Transaction): Promise<readonly string[]> =>
  ((await meta.get("set-up-token")) ?? "").split(" ").filter(Boolean);

/** Sets up an organisation with its administrator, and signs them in. Problems: `not-empty`, `wrong-code`, `weak-password`, `malformed`. */
export async function setUp({ storage, surroundings }: Site, asked: SetUp): Promise<Outcome<NewSession>> {
  if (!isUserName(asked.userName)) return no("malformed", "userName");
  const password = await keepPassword(asked.password, surroundings);
  return storage.write(async (t) => {
    const open = await checkToken(t, asked.token);
    if (!open.ok) return open;
    if (!password.ok) return password;
    const now = surroundings.clock();
    const desk = openDesk(t, now);
    const by = createId("person", now, surroundings.random);
    const registrar = { desk, random: surroundings.random, by };
    const org = await addOrganisation(registrar, { name: asked.organisation.trim(), type: asked.type });
    await addPerson(registrar, { id: by, name: asked.name.trim(), org });
    await addMembership(registrar, { role: "administrator", org, person: by });
    await desk.flush();
    await t.meta.put("organisation", org);
    await t.meta.put("set-up-token", "");
    await t.accounts.putUsers([{ person: by, userName: asked.userName.trim(), password: password.value }]);
    return yes(
      await startSession(t, surroundings, { person: by, device: asked.device, deviceName: asked.deviceName }),
    );
  });
}

/** What a visitor may know. */
export async function setUpState(t: Transaction): Promise<Omit<SetUpState, "insecure">> {
  const demo = (await t.meta.get("demo")) !== undefined;
  const id = await t.meta.get("organisation");
  const state = (await isFresh(t)) ? "fresh" : "ready";
  if (!isIdOf("organisation", id)) return { state, demo };
  const name = (await t.records.summaries([id])).get(id)?.summary?.["name"];
  return { state, demo, organisation: { id, name: typeof name === "string" ? name : "" } };
}

const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("hex");
