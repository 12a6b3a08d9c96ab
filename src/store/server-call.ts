/** What is asked of the server in JSON: one call, one answer, every failure a problem. */
import { no, problemCodes, yes } from "#model/outcome.ts";
import type { Outcome, Problem } from "#model/outcome.ts";

/** A question to the server. */
export interface ServerCall {
  readonly method?: "GET" | "POST" | "DELETE";
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly file?: Blob;
}

/** Asks the server. Problems: `offline`, `server-failed`, or what the server said. */
export async function askServer<T>(
  path: string,
  { method = "GET", body, file }: ServerCall = {},
): Promise<Outcome<T>> {
  let response: Response;
  try {
    response = await fetch(`/api${path}`, {
      method,
      cache: "no-store",
      ...(file ? { body: file } : body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(body === undefined ? {} : { headers: { "content-type": "application/json" } }),
    });
  } catch {
    return no("offline");
  }
  const text = await wholeText(response);
  if (text === undefined) return no("server-failed");
  if (!response.ok) return refusalIn(text);
  const read = readJson(text);
  return read.ok ? yes(read.value as T) : read;
}

async function wholeText(response: Response): Promise<string | undefined> {
  try {
    return await response.text();
  } catch {
    return undefined;
  }
}

/** The problem a JSON refusal names; `server-failed` for a body that names none. */
export function refusalIn(text: string): Outcome<never> {
  const body = readJson(text);
  return body.ok && isRefusal(body.value) ? { ok: false, problem: body.value.problem } : no("server-failed");
}

function readJson(text: string): Outcome<unknown> {
  try {
    return yes(text === "" ? undefined : (JSON.parse(text) as unknown));
  } catch {
    return no("server-failed");
  }
}

function isRefusal(body: unknown): body is { readonly problem: Problem } {
  if (typeof body !== "object" || body === null || !("problem" in body)) return false;
  const { problem } = body;
  return (
    typeof problem === "object" &&
    problem !== null &&
    "code" in problem &&
    problemCodes.some((code) => code === problem.code)
  );
}
