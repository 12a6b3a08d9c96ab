/** Loaded before the product's own main file, in its process: sets its clock as wrong as the nemesis wants it. */

const trueNow = Date.now;
let shiftMs = Number(process.env["NEMESIS_CLOCK_SHIFT_MS"] ?? 0);

Date.now = () => trueNow() + shiftMs;

process.on("message", (message) => {
  shiftMs = Number(message);
});
// Whoever torments it may be killed, too: then nothing is left running.
process.on("disconnect", () => process.exit());
// Hearing must not keep the process alive once the server has closed.
process.channel?.unref();
