/**
 * What the server looks at before bytes from outside touch anything: how many bytes, which
 * structures, whose client ids, which field names, which types. Every check runs in time linear in
 * the bytes; nothing is ever filtered, an update is taken or refused whole. Source: RULES M9–M12.
 */
import * as Y from "yjs";
import type { KindDefinition } from "./kind.ts";
import { no, yes } from "#model/outcome.ts";
import type { Outcome } from "#model/outcome.ts";
import { parseChoiceKey, readAnswer, textName } from "./record-layout.ts";
import { emptyState, projectDocument, textNamesIn } from "./record.ts";
import type { State } from "./record.ts";
import type { Field, Fields, Lists, ValueOf } from "./schema.ts";

/** The largest state a record may have, in bytes: far above what devices let people type (`room.ts`). */
export const stateLimitBytes = 4_194_304;

const clockLimit = 2 ** 31;
const clientLimit = 20_000;
const valueDepthLimit = 6;

/** An accepted update: the state with it merged in, and whose writing it brought. */
export interface Accepted<F extends Fields, L extends Lists> {
  readonly state: State;
  /** The projection of that state. */
  readonly value: ValueOf<F, L>;
  /** The projection of the state as it was; absent where there was none. */
  readonly before?: ValueOf<F, L>;
  /** Client ids under which the update holds operations the state did not have yet. */
  readonly writers: readonly number[];
}

/**
 * The current state with the update merged in, if the update is one an honest device could have
 * sent. Problems: `malformed`, `record-too-large`, `too-many-changes`, `unknown-field`, `wrong-value`.
 */
export function acceptUpdate<F extends Fields, L extends Lists>(
  definition: KindDefinition<F, L>,
  current: State,
  update: State,
): Outcome<Accepted<F, L>> {
  if (update.length > stateLimitBytes) return no("record-too-large");
  const structure = checkStructure(update);
  if (!structure.ok) return structure;
  const document = new Y.Doc({ guid: "", gc: true });
  try {
    if (current !== emptyState) Y.applyUpdate(document, current);
    const clocks = clocksIn(document);
    const before = current === emptyState ? {} : { before: projectDocument(definition, document) };
    Y.applyUpdate(document, update);
    const accepted = afterwards(definition, document, clocks);
    return accepted.ok ? yes({ ...accepted.value, ...before }) : accepted;
  } catch {
    return no("malformed");
  } finally {
    document.destroy();
  }
}

/** How far the document knows each client id. */
const clocksIn = ({ store }: Y.Doc): ReadonlyMap<number, number> =>
  new Map([...store.clients.keys()].map((client) => [client, Y.getState(store, client)]));

function afterwards<F extends Fields, L extends Lists>(
  definition: KindDefinition<F, L>,
  document: Y.Doc,
  before: ReadonlyMap<number, number>,
): Outcome<Accepted<F, L>> {
  if (document.store.pendingStructs !== null || document.store.pendingDs !== null)
    return no("malformed", "pending");
  const problem = contentProblem(definition, document);
  if (problem) return no(problem.code, problem.detail);
  const writers = [...clocksIn(document)]
    .filter(([client, clock]) => clock > (before.get(client) ?? 0))
    .map(([client]) => client);
  const state = Y.encodeStateAsUpdate(document);
  return state.length > stateLimitBytes
    ? no("record-too-large")
    : yes({ state, writers, value: projectDocument(definition, document) });
}

function checkStructure(update: State): Outcome<true> {
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
  } catch {
    return no("malformed");
  }
  const clients = new Set<number>();
  for (const struct of decoded.structs) {
    clients.add(struct.id.client);
    if (struct.id.clock + struct.length > clockLimit || clients.size > clientLimit)
      return no("too-many-changes");
    if (struct instanceof Y.Item ? !isPlainItem(struct) : !(struct instanceof Y.GC))
      return no("malformed", "structure");
  }
  for (const ranges of decoded.ds.clients.values())
    for (const range of ranges) if (range.clock + range.len > clockLimit) return no("too-many-changes");
  return yes(true);
}

const plainContents: ReadonlySet<unknown> = new Set([Y.ContentString, Y.ContentAny, Y.ContentDeleted]);

/** Only strings, plain values and deletions, and nothing nested in another item's type. */
function isPlainItem(item: Y.Item): boolean {
  if (item.parent !== null && typeof item.parent !== "string") return false;
  if (!plainContents.has(item.content.constructor)) return false;
  return (
    !(item.content instanceof Y.ContentAny) ||
    item.content.arr.every((value) => depthOf(value) <= valueDepthLimit)
  );
}

function depthOf(value: unknown, depth = 0): number {
  if (depth > valueDepthLimit || value === null || typeof value !== "object") return depth;
  return Math.max(depth + 1, ...Object.values(value).map((member) => depthOf(member, depth + 1)));
}

type Found =
  | { readonly code: "unknown-field" | "wrong-value" | "malformed"; readonly detail: string }
  | undefined;

function contentProblem<F extends Fields, L extends Lists>(
  definition: KindDefinition<F, L>,
  document: Y.Doc,
): Found {
  const texts = textNamesIn(document);
  if (texts.length + (document.share.has("choices") ? 1 : 0) !== document.share.size)
    return { code: "unknown-field", detail: "root" };
  for (const name of texts) {
    if (fieldAt(definition, name)?.type !== "text") return { code: "unknown-field", detail: name };
    if (!holdsOnlyWords(document, name)) return { code: "malformed", detail: name };
  }
  for (const [key, kept] of document.getMap("choices")) {
    const named = parseChoiceKey(key);
    const field = named && fieldAt(definition, named.field);
    if (!named || field?.type !== "choice") return { code: "unknown-field", detail: key };
    const answer = readAnswer(kept);
    if (!answer || !field.accepts(answer.value)) return { code: "wrong-value", detail: named.field };
  }
  return undefined;
}

function holdsOnlyWords(document: Y.Doc, name: string): boolean {
  const parts: unknown = document.getText(textName(name)).toDelta();
  return (
    Array.isArray(parts) &&
    parts.every(
      (part: { insert?: unknown; attributes?: unknown }) =>
        typeof part.insert === "string" && part.attributes === undefined,
    )
  );
}

const itemFields: Fields = {
  place: {
    type: "choice",
    accepts: (value): value is unknown => typeof value === "string" && value.length <= 200,
  },
  removed: { type: "choice", accepts: (value): value is unknown => typeof value === "boolean" },
};

/** The field a path names: `field`, or `list/item/field`. */
function fieldAt<F extends Fields, L extends Lists>(
  definition: KindDefinition<F, L>,
  path: string,
): Field | undefined {
  const [first = "", item, name = ""] = path.split("/");
  if (item === undefined)
    return Object.hasOwn(definition.fields, first) ? definition.fields[first] : undefined;
  const fields = Object.hasOwn(definition.lists, first) ? definition.lists[first] : undefined;
  if (!fields) return undefined;
  return Object.hasOwn(itemFields, name)
    ? itemFields[name]
    : Object.hasOwn(fields, name)
      ? fields[name]
      : undefined;
}
