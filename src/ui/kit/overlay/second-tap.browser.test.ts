import { afterEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { watchSecondTaps } from "./second-tap.ts";

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A button that opens a sheet over itself, with another button at the same spot, as the browser lays them out. */
function sheetOverItsButton() {
  const opener = document.createElement("button");
  const veil = document.createElement("div");
  const answer = document.createElement("button");
  for (const [button, words] of [
    [opener, "Open"],
    [answer, "Answer"],
  ] as const) {
    button.textContent = words;
    button.style.cssText = "position:fixed;inset:0 auto auto 0;width:120px;height:60px";
  }
  veil.className = "veil-full";
  veil.append(answer);
  const answers: number[] = [];
  opener.addEventListener("pointerup", () => document.body.append(veil));
  answer.addEventListener("click", ({ detail }) => answers.push(detail));
  document.body.append(opener);
  ends.push(
    watchSecondTaps(),
    () => opener.remove(),
    () => veil.remove(),
  );
  return { opener, answer, answers };
}

test("a second quick tap is nobody's", async () => {
  const { opener, answers } = sheetOverItsButton();
  await userEvent.dblClick(opener, { force: true });
  expect(answers).toEqual([]);
});

test("a key, or what presses in place of a hand, is heard also after a second tap that ended without a click", async () => {
  const { opener, answer, answers } = sheetOverItsButton();
  await userEvent.click(opener, { force: true });
  await userEvent.click(answer, { force: true, button: "right" });
  answer.click();
  expect(answers).toEqual([0]);
});
