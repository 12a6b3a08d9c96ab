/** What is said while not all that is somebody's has come to this device. */
import type { Problem } from "#model/outcome.ts";
import { wordsForProblem } from "#ui/words/problems.ts";
import { saved } from "./saved.ts";
import type { DeviceWord } from "./saved.ts";

/** In place of what would say that there is nothing. */
export const coming = {
  notYet: "This may still be coming.",
  title: "Your things are still coming",
  words: (device: DeviceWord, problem: Problem | undefined): string => {
    if (!problem) return `They come to this ${device} by themselves. It may take a minute.`;
    if (problem.code === "offline") return `They come to this ${device} when you have signal.`;
    return problem.code === "storage-full" ? saved.fullWords(device) : wordsForProblem(problem);
  },
} as const;
