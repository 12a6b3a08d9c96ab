/** Writing into one's contribution. Which review it is for is said with the first word, since it may be the first of all. */
import type { Id } from "#model/id.ts";
import type { EditOf } from "#store/store.ts";
import type { OpenEditor } from "#ui/use-editor.ts";

/** A contribution open for typing. */
export type Contributing = OpenEditor<"contribution"> & { readonly review: Id<"review"> };

/** Makes an edit, and names the review when nobody has; false when there is no room for it. */
export function contribute({ value, change, review }: Contributing, edit: EditOf<"contribution">): boolean {
  return change((draft) => {
    if (value.review === undefined) draft.set("review", review);
    edit(draft);
  });
}
