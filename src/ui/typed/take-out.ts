/** Taking a line out of a list, with the way back: its words stay in the record until then, and so does what others wrote in it. */
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { typed } from "#ui/words/typed.ts";

/** Takes the line out at once. One without a word leaves no news behind. */
export function takeOut(words: string, change: (how: "remove" | "restore") => unknown): void {
  change("remove");
  if (words.trim() === "") return;
  showToast({
    words: typed.takenOut(words),
    undo: { label: everywhere.undo, onUndo: () => void change("restore") },
  });
}
