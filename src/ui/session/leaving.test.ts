import { afterEach, expect, test, vi } from "vitest";
import { leaveFor } from "./leaving.ts";

afterEach(() => vi.unstubAllGlobals());

const shownAgain = (persisted: boolean): Event => Object.assign(new Event("pageshow"), { persisted });

test("a page that was left for the sign-in is drawn anew when Back brings it as it was: whoever presses it may be somebody else", () => {
  const page = new EventTarget();
  const place = { assign: vi.fn<(address: string) => void>(), reload: vi.fn<() => void>() };
  vi.stubGlobal("window", page);
  vi.stubGlobal("location", place);
  leaveFor("/sign-in");
  expect(place.assign).toHaveBeenCalledWith("/sign-in");
  page.dispatchEvent(shownAgain(false));
  expect(place.reload).not.toHaveBeenCalled();
  page.dispatchEvent(shownAgain(true));
  expect(place.reload).toHaveBeenCalledOnce();
});
