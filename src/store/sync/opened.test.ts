import { expect, test } from "vitest";
import type { LearnerId } from "#model/id.ts";
import { protocolVersion, readMessage, writeMessage } from "#model/wire/protocol.ts";
import { noMarks } from "#store/ports.ts";
import type { Marks } from "#store/ports.ts";
import { withOpened } from "./opened.ts";

const learner = (place: number): LearnerId => `learner_${place.toString().padStart(26, "0")}`;
const asks = ({ opened }: Marks) =>
  readMessage(
    "pull",
    writeMessage("pull", { protocol: protocolVersion, epoch: null, positions: {}, opened: [...opened] }),
  );

test("however many learners somebody opens by name, the server still understands the question", () => {
  let marks = noMarks;
  for (let place = 0; place < 450; place += 1) marks = withOpened(marks, learner(place));
  expect(asks(marks).ok).toBe(true);
  expect(marks.opened).toContain(learner(449));
  expect(marks.opened).not.toContain(learner(0));
  expect(withOpened(marks, learner(449))).toBe(marks);
});

test("a device that opened too many before asks for as many as the server takes", () => {
  const opened = Array.from({ length: 450 }, (_none, place) => learner(place));
  const marks = withOpened({ ...noMarks, opened }, learner(3));
  expect(asks(marks).ok).toBe(true);
  expect(marks.opened).toContain(learner(3));
});
