/** The ids of the demo: each follows from a name in it. */
import { derivedId, type Id, type KindName } from "#model/id.ts";

/** The id of the demo's thing of this name. */
export const demoId = <K extends KindName>(kind: K, ...parts: readonly string[]): Id<K> => {
  const [, ending = ""] = derivedId(kind, "demo", ...parts).split("_");
  return `${kind}_${ending}`;
};
