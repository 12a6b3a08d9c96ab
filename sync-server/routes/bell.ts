/** The doorbell as an event stream: `ring` when there is something, a comment now and then to keep it open. */
import { PassThrough } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Site } from "#server/sync/site.ts";
import { handOf, readSession } from "./signed-in.ts";

/** How often a quiet stream is written to, in milliseconds: below what proxies wait. */
const heartbeatMs = 20_000;
/** How long a device waits before it connects again, in milliseconds: each something else, so that not all come back at once. */
const [retryMs, retryMoreMs] = [1500, 3000];
/** At each so manieth of these it is asked whether the session still stands: whoever ended it may have died before saying so. */
const beatsToCheck = 15;

/** Answers with a stream that ends when either side goes, or the device is signed out. */
export async function ringAtDoor(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const stream = new PassThrough();
  const close = (): void => void stream.end();
  const isWelcome = async (): Promise<boolean> => (await readSession(request, site)) !== undefined;
  let beats = 0;
  const beat = setInterval(() => {
    say(": here\n\n");
    beats += 1;
    // A database that does not answer ends no session.
    if (beats % beatsToCheck === 0) isWelcome().then((still) => still || close(), ignore);
  }, heartbeatMs);
  beat.unref();
  let opening = `retry: ${retryMs + Math.floor(site.surroundings.random() * retryMoreMs)}\n\n`;
  const say = (words: string): void => {
    // Sent away before it began: the server stops, or the device is signed out.
    if (stream.writableEnded) return;
    stream.write(opening + words);
    opening = "";
  };
  const leave = await site.bell.listen({
    ...handOf(request),
    ring: () => say("event: ring\ndata:\n\n"),
    close,
    isWelcome,
  });
  const end = (): void => {
    clearInterval(beat);
    leave();
  };
  stream.once("close", end);
  request.raw.once("close", () => stream.destroy());
  // Rung or not yet, the stream has begun.
  if (opening) say("");
  return reply
    .header("cache-control", "no-store")
    .header("x-accel-buffering", "no")
    .type("text/event-stream")
    .send(stream);
}

const ignore = (): undefined => undefined;
