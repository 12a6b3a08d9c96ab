/**
 * Fetches what others wrote, page by page; the next is on its way while one is being kept. A page's
 * positions are stored only after its rows are durable, and only where nobody moved them meanwhile; so a
 * page that is lost, doubled or late does no harm.
 */
import type { Scope } from "#model/access.ts";
import type { Id } from "#model/id.ts";
import { canonicalJson } from "#model/record/bytes.ts";
import { no, yes } from "#model/outcome.ts";
import type { Outcome } from "#model/outcome.ts";
import type { HeldRecord, Message } from "#model/wire/protocol.ts";
import { forgetScopes, leaveScopes } from "./forget.ts";
import type { Marks } from "#store/ports.ts";
import { destroy } from "./refuse.ts";
import { headerOf, heldWithin } from "./replicating.ts";
import type { Ground, Tally } from "./replicating.ts";
import { fetched } from "./row-rules.ts";

type Question = Message<"pull">;
type Page = Message<"pulled">;

/** Fetches until the server has nothing more. Problems: what the server said, `offline`, `server-failed`. */
export async function pull(ground: Ground, tally: Tally): Promise<Outcome<true>> {
  let ahead: Asked | undefined;
  for (;;) {
    const marks = await ground.storage.readMarks();
    const wanted = questionOf(marks);
    const asked = ahead && isSame(ahead.question, wanted) ? ahead : ask(ground, wanted);
    const answer = await heldWithin(ground.storage, asked.question, await asked.answer);
    if (!answer.ok) return answer;
    const page = answer.value;
    // Another tab came further meanwhile: this page would show again, until the next, what has left or was erased since.
    if (isOvertaken(await ground.storage.readMarks(), marks, page)) continue;
    await nameScopes(ground, marks, page);
    const after = marksAfter(await ground.storage.readMarks(), marks, page);
    ahead = page.more ? ask(ground, questionOf(after)) : undefined;
    const taken = await takePage(ground, page);
    if (!taken.ok) return taken;
    let isBehind = false;
    await ground.storage.changeMarks((now) => {
      const then = marksAfter(now, marks, page);
      isBehind = isBefore(then, now);
      return then;
    });
    tally.fetched += page.rows.length + page.forget.length;
    if (!page.more && !isBehind) return yes(true);
    if (!hasMoved(marks, page)) return no("server-failed", "no progress");
  }
}

/** A question that is on its way, or has been answered. Nothing is done with the answer before its turn. */
interface Asked {
  readonly question: Question;
  readonly answer: Promise<Outcome<Page>>;
}

function ask({ transport }: Ground, question: Question): Asked {
  return { question, answer: transport.ask("pull", question) };
}

const questionOf = (marks: Marks): Question => ({
  ...headerOf(marks),
  positions: { ...marks.positions },
  opened: [...marks.opened],
});

/** Whether both ask for the same, whatever proof they carry. */
const isSame = (a: Question, b: Question): boolean => askedFor(a) === askedFor(b);

const askedFor = ({ epoch, positions, opened }: Question): string =>
  canonicalJson([epoch, positions, opened]);

/**
 * Notes new scopes at the start, before any row of theirs is stored: a page that breaks off halfway
 * leaves rows of scopes the server must know of, to say when they are lost. Source: RULES A10.
 */
async function nameScopes({ storage }: Ground, asked: Marks, { rows }: Page): Promise<void> {
  const unnamed = rows.map(({ scope }) => scope).filter((scope) => asked.positions[scope] === undefined);
  if (unnamed.length === 0) return;
  const starts = Object.fromEntries(unnamed.map((scope) => [scope, 0]));
  await storage.changeMarks((now) => ({ ...now, positions: { ...starts, ...now.positions } }));
}

const hasMoved = (marks: Marks, page: Page): boolean =>
  page.forget.length > 0 ||
  Object.entries(page.positions).some(([scope, position]) => marks.positions[scope as Scope] !== position);

/** Whether another tab has kept what comes after the beginning of this page, which was asked for with `asked`. */
const isOvertaken = (now: Marks, asked: Marks, page: Page): boolean =>
  (Object.keys(page.positions) as Scope[]).some(
    (scope) => (now.positions[scope] ?? 0) > (asked.positions[scope] ?? 0),
  );

/**
 * The marks after a page that was asked for with `asked`. Where another tab came further meanwhile, rows of this page may have
 * taken the place of later ones: the scope goes back to where this page ends, and what came after is fetched again.
 */
function marksAfter(now: Marks, asked: Marks, page: Page): Marks {
  if (now.epoch !== page.epoch || now.recoveringTo !== asked.recoveringTo) return now;
  const positions: Partial<Record<Scope, number>> = { ...now.positions };
  for (const [scope, position] of Object.entries(page.positions) as [Scope, number][]) {
    const reached = positions[scope] ?? 0;
    positions[scope] = reached === (asked.positions[scope] ?? 0) ? position : Math.min(reached, position);
  }
  for (const scope of page.forget) delete positions[scope];
  const serverTime = Math.max(now.serverTime ?? 0, page.serverTime);
  return { ...now, positions, serverTime };
}

/** Whether a scope went back to an earlier position: there is more to fetch, whatever the page said. */
const isBefore = (then: Marks, now: Marks): boolean =>
  (Object.entries(then.positions) as [Scope, number][]).some(
    ([scope, position]) => position < (now.positions[scope] ?? 0),
  );

interface Moves {
  readonly entering: ReadonlyMap<Id, readonly Scope[]>;
  readonly leaving: ReadonlyMap<Id, readonly Scope[]>;
  readonly erased: ReadonlyMap<Id, readonly Scope[]>;
}

function movesOf(rows: Page["rows"]): Moves {
  const entering = new Map<Id, Scope[]>();
  const leaving = new Map<Id, Scope[]>();
  const erased = new Map<Id, Scope[]>();
  for (const { id, scope, left, erased: isErased } of rows) {
    const moves = isErased ? erased : left ? leaving : entering;
    moves.set(id, [...(moves.get(id) ?? []), scope]);
  }
  for (const id of erased.keys()) {
    entering.delete(id);
    leaving.delete(id);
  }
  return { entering, leaving, erased };
}

async function takePage(ground: Ground, page: Page): Promise<Outcome<true>> {
  const { entering, leaving, erased } = movesOf(page.rows);
  const heldById = new Map(page.records.map((record) => [record.envelope.id, ownBytes(record)]));
  if ([...entering.keys()].some((id) => !heldById.has(id)))
    return no("server-failed", "a row without its record");
  await ground.storage.rewrite([...entering.keys()], (row, id) => {
    const held = heldById.get(id);
    return held ? fetched(row, held, { scopes: entering.get(id) ?? [], may: ground.may }) : "leave";
  });
  for (const [id, scopes] of erased) await destroy(ground, id, scopes);
  const left = await leaveScopes(ground, leaving);
  return left.ok ? forgetScopes(ground, page.forget) : left;
}

/** The record with bytes of its own: those of a message are a window on all of it. */
const ownBytes = (record: HeldRecord): HeldRecord => ({ ...record, state: record.state.slice() });
