import { afterAll, beforeAll, expect, test } from "vitest";
import { readMessage } from "#model/wire/protocol.ts";
import { statusOf } from "#server/problems.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { aRecord, learner, person } from "#tests/support/server.ts";
import type { Assault, Attack } from "./attack.ts";
import { bodies } from "./bodies.ts";
import { bombs } from "./bombs.ts";
import { forgeries } from "./forgeries.ts";
import { fingerprint, openGround, pushOf, type Ground } from "./ground.ts";

const seed = Number(process.env["SEED"] ?? 1);
const attacks: readonly Attack[] = [...bodies, ...bombs, ...forgeries];
const total = attacks.reduce((sum, { weight }) => sum + weight, 0);

let ground: Ground;
beforeAll(async () => {
  ground = await openGround(seededRandom(seed));
});
afterAll(() => ground.server.close());

interface Answered {
  readonly status: number;
  readonly bytes: Uint8Array;
  readonly ms: number;
}

async function send({ route, body, device, headers }: Assault): Promise<Answered> {
  const from = performance.now();
  const response = await ground.server.app.inject({
    method: "POST",
    url: `/api/sync/${route}`,
    headers: { cookie: device?.cookie ?? "", "content-type": "application/msgpack", ...headers },
    payload: Buffer.from(body),
  });
  return {
    status: response.statusCode,
    bytes: new Uint8Array(response.rawPayload),
    ms: performance.now() - from,
  };
}

/** The codes it was refused with; empty when the server said yes to any of it. */
function refusals({ route }: Assault, { status, bytes }: Answered): readonly string[] {
  const problem = readMessage("problem", bytes);
  if (status !== 200) return problem.ok ? [problem.value.problem.code] : [];
  const answers =
    route === "push"
      ? readMessage("pushed", bytes)
      : route === "recover"
        ? readMessage("recovered", bytes)
        : undefined;
  if (!answers?.ok) return [];
  const codes = answers.value.answers.map(({ refused }) => refused?.code ?? "taken");
  return codes.includes("taken") ? [] : codes;
}

/** An honest record about as large as any may be: what the slowest attack is measured against. */
async function largestHonestPush(): Promise<number> {
  const record = aRecord("log-entry", { learner: learner("ann"), by: person("ann") }, (draft) =>
    draft.type("did", "All day long. ".repeat(70_000)),
  );
  const answered = await send({ route: "push", device: ground.ann, body: pushOf(record) });
  expect(refusals({ route: "push", body: answered.bytes }, answered)).toEqual([]);
  return answered.ms;
}

const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(0)} MB`;

/** Times the largest honest push that no attack may take: measured 1 to 4; a machine under load stalls for more. */
const slowestOfLargest = 50;
/** Measured 300 to 440 MB, nearly all of it copies of the database and garbage not yet collected. */
const memoryLimitBytes = 1024 * 1_048_576;

test(
  `[M10] ${total} hostile requests are each refused with a known code, in bounded time and memory, and nothing changes`,
  { timeout: 900_000 },
  async () => {
    const largest = await largestHonestPush();
    const before = await fingerprint(ground);
    const memoryBefore = process.memoryUsage().rss;
    let memoryMost = 0;
    const wrong: string[] = [];
    const lines: string[] = [];
    let slowest = 0;
    const from = performance.now();
    for (const attack of attacks) {
      const times: number[] = [];
      const codes = new Map<string, number>();
      for (let index = 0; index < attack.weight; index += 1) {
        const assault = attack.make(ground);
        const answered = await send(assault);
        // What took too long is sent once more: what is slow is slow again, and a machine that stood still goes on.
        const isSlow = answered.ms > largest * slowestOfLargest;
        times.push(isSlow ? Math.min(answered.ms, (await send(assault)).ms) : answered.ms);
        const refused = refusals(assault, answered);
        for (const code of refused) codes.set(code, (codes.get(code) ?? 0) + 1);
        const isKnown = refused.every((code) => code in statusOf && code !== "server-failed");
        if (!isKnown || (refused.length === 0 && !assault.isHarmless))
          wrong.push(
            `${attack.name}: ${answered.status} ${refused.join()} ${Buffer.from(assault.body).toString("hex", 0, 400)}`,
          );
        if (index % 64 === 0) memoryMost = Math.max(memoryMost, process.memoryUsage().rss);
      }
      if ((await fingerprint(ground)) !== before) wrong.push(`${attack.name}: something was written`);
      times.sort((a, b) => a - b);
      const most = times.at(-1) ?? 0;
      slowest = Math.max(slowest, most);
      const median = times[Math.floor(times.length / 2)] ?? 0;
      const told = [...codes].map(([code, count]) => `${code} ${count}`).join(", ");
      lines.push(
        `${String(attack.weight).padStart(7)}  ${attack.name}: ${median.toFixed(2)} ms, at most ${most.toFixed(0)} ms; ${told || "answered, nothing given"}`,
      );
    }
    const seconds = ((performance.now() - from) / 1000).toFixed(0);
    const grown = memoryMost - memoryBefore;
    console.log(
      [
        `${total} hostile requests, seed ${seed}, ${seconds} s`,
        ...lines,
        `slowest ${slowest.toFixed(0)} ms, ${(slowest / largest).toFixed(1)} times the largest honest push (${largest.toFixed(0)} ms); memory grew by ${megabytes(grown)} at most`,
      ].join("\n"),
    );
    expect([...new Set(wrong)].slice(0, 20).join("\n")).toBe("");
    expect(slowest / largest).toBeLessThan(slowestOfLargest);
    expect(grown).toBeLessThan(memoryLimitBytes);
  },
);
