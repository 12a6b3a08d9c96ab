/**
 * Two quick taps where one was meant: the first opens a dialog, the second would press whatever in it
 * happens to stand under the finger, or close it again. So that second tap is nobody's.
 */

/** Of a press on one spot: a slower or a farther one is meant. */
const quickMs = 400;
const nearPx = 24;

interface Press {
  readonly at: number;
  readonly x: number;
  readonly y: number;
  readonly isInDialog: boolean;
}

const isInDialog = ({ target }: Event): boolean =>
  target instanceof Element && target.closest(".veil-full") !== null;

/** What follows of a press, after its start; the last two end it. */
const rest = ["pointerup", "mousedown", "mouseup", "click", "pointercancel"] as const;

/** Keeps second taps from dialogs that the first one opened, on the whole page, until it is called off. */
export function watchSecondTaps(): () => void {
  let last: Press | undefined;
  let isSecond = false;
  const stop = (event: Event): void => {
    event.stopImmediatePropagation();
    if (event.cancelable) event.preventDefault();
  };
  const begin = (event: PointerEvent): void => {
    if (!event.isTrusted) return;
    const { timeStamp: at, clientX: x, clientY: y } = event;
    const press: Press = { at, x, y, isInDialog: isInDialog(event) };
    isSecond =
      last !== undefined &&
      !last.isInDialog &&
      press.isInDialog &&
      at - last.at < quickMs &&
      Math.hypot(x - last.x, y - last.y) < nearPx;
    if (isSecond) stop(event);
    else last = press;
  };
  const goOn = (event: Event): void => {
    // A click of a key, or of what presses in place of a hand, follows no press. A press may have ended without one.
    if (event.type === "click" && event instanceof UIEvent && event.detail === 0) isSecond = false;
    if (!isSecond) return;
    stop(event);
    if (event.type === "click" || event.type === "pointercancel") isSecond = false;
  };
  // On the window and before anybody else hears of it.
  window.addEventListener("pointerdown", begin, true);
  for (const name of rest) window.addEventListener(name, goOn, true);
  return () => {
    window.removeEventListener("pointerdown", begin, true);
    for (const name of rest) window.removeEventListener(name, goOn, true);
  };
}
