/**
 * Passwords, kept as argon2id of Node. A check takes the same time whether or not there is such a
 * person, so that nobody learns who is here by guessing names.
 */
import { argon2, timingSafeEqual, type Argon2Parameters } from "node:crypto";
import { promisify } from "node:util";
import { passwordLengthMin } from "#model/wire/api.ts";
import { no, yes, type Outcome } from "#model/outcome.ts";
import type { Surroundings } from "#server/surroundings.ts";

/** Source: OWASP Password Storage Cheat Sheet, argon2id with 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const passwordLengthMax = 200;

const derive = promisify<"argon2id", Argon2Parameters, Buffer>(argon2);

/** A password nobody has, checked when there is nobody to check. */
const nobodys = `argon2id$${cost.memory}$${cost.passes}$${cost.parallelism}$${"A".repeat(22)}$${"A".repeat(43)}`;

/** A password as it is kept. Problem: `weak-password` when it is too short or absurdly long. */
export async function keepPassword(
  password: string,
  { secrets }: Pick<Surroundings, "secrets">,
): Promise<Outcome<string>> {
  const length = [...password].length;
  if (length < passwordLengthMin || length > passwordLengthMax) return no("weak-password");
  const nonce = Buffer.from(secrets(16));
  const tag = await derive("argon2id", { message: normal(password), nonce, ...cost });
  return yes(
    [
      "argon2id",
      cost.memory,
      cost.passes,
      cost.parallelism,
      nonce.toString("base64url"),
      tag.toString("base64url"),
    ].join("$"),
  );
}

/** True for the password that was kept. False, after the same time, when none was. */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const [, memory, passes, parallelism, nonce = "", tag = ""] = (kept ?? nobodys).split("$");
  const expected = Buffer.from(tag, "base64url");
  const parameters = {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  };
  const found = await derive("argon2id", {
    message: normal(password.slice(0, passwordLengthMax)),
    nonce: Buffer.from(nonce, "base64url"),
    ...parameters,
  });
  return timingSafeEqual(found, expected) && kept !== undefined;
}

/** The same letters however a keyboard composed them. */
const normal = (password: string): Buffer => Buffer.from(password.normalize("NFKC"));
