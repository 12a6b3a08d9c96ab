/** What every measured process says to the one that measures: its port, its memory, and its end. */

/** Tells the port, and answers until it is told to stop. */
export function answerParent(port, stop) {
  process.on("message", (asked) => {
    if (asked === "memory") {
      // This one also gives back to the system what it collected, so that only what is held is left.
      globalThis.gc?.({ type: "major", execution: "sync", flavor: "last-resort" });
      process.send({ memoryBytes: process.memoryUsage.rss() });
    }
    if (asked === "stop") void Promise.resolve(stop()).finally(() => process.exit(0));
  });
  process.once("disconnect", () => process.exit(0));
  process.send({ port });
}
