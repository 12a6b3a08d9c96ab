/**
 * Pastes long words as the browser does it itself, where what is simulated would stand in React's way.
 *
 * A box that overflows goes away, or gives its words up, while it has the focus. What was simulated is then followed by
 * a simulated change in the midst of React's commit, which tells React to work there and then, and it may stop for good.
 * A true change lets React finish first. (The browser's own typing of a whole text takes minutes over thousands of lines.)
 */
import { page, userEvent } from "vitest/browser";

/** Puts `words` into the text box of this name, where its caret is. */
export async function pasteInto(box: string, words: string): Promise<void> {
  // Whatever has the focus, as a page that opens may still move it.
  const copyWords = (copied: ClipboardEvent): void => {
    copied.preventDefault();
    copied.clipboardData?.setData("text/plain", words);
  };
  document.addEventListener("copy", copyWords, { once: true });
  await page.getByRole("textbox", { name: box }).click();
  await userEvent.copy();
  await userEvent.paste();
}
