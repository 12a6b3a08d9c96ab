/** The doorbell as an event stream: `ring` when there is something, a comment now and then to keep it open. */
import type { OutgoingHttpHeaders } from "node:http";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Site } from "#server/sync/site.ts";
import { handOf, isStanding } from "./signed-in.ts";

/** How often a quiet stream is written to, in milliseconds: below what proxies wait. */
const heartbeatMs = 20_000;
/** How long a device waits before it connects again, in milliseconds: each something else, so that not all come back at once. */
const [retryMs, retryMoreMs] = [1500, 3000];
/** How long a stream waits that others of its person took the place of, in milliseconds: those are not to lose theirs to it at once. */
const laterMs = 60_000;
/** At each so manieth of these it is asked whether the session still stands: whoever ended it may have died before saying so. */
const beatsToCheck = 15;

/** Answers with a stream that ends when either side goes, or the device is signed out. */
export async function ringAtDoor(site: Site, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const stream = streamOf(reply, retryMs + Math.floor(site.surroundings.random() * retryMoreMs));
  // They went while it was read who they are: nothing would say so any more.
  if (stream.isOver()) return;
  const isWelcome = () => isStanding(request, site);
  // A database that does not answer ends no session.
  const endUnlessWelcome = () => isWelcome().then((still) => still || stream.end(), ignore);
  let beats = 0;
  const beat = setInterval(() => {
    stream.say(": here\n\n");
    beats += 1;
    if (beats % beatsToCheck === 0) void endUnlessWelcome();
  }, heartbeatMs).unref();
  let leave: (() => void) | undefined;
  let isGone = false;
  const go = (): void => {
    isGone = true;
    clearInterval(beat);
    leave?.();
  };
  reply.raw.once("close", go);
  try {
    leave = await site.bell.listen({
      ...handOf(request),
      ring: () => stream.say("event: ring\ndata:\n\n"),
      close: (forNow) => stream.end(forNow ? `retry: ${laterMs}\n\n` : undefined),
      isWelcome,
    });
  } finally {
    // It could not be looked up what they hold, or they went meanwhile.
    if (!leave || isGone) go();
  }
  stream.begin();
  // Whoever was signed out just before they stood at the door was not sent away from it.
  if (!isGone) await endUnlessWelcome();
}

/**
 * An answer that stays open, with its head before its first words. It is written straight to the connection, which
 * then ends with it: a stream handed to the framework holds twice the memory for as long as a device waits.
 */
function streamOf(reply: FastifyReply, retry: number) {
  const { raw } = reply;
  const begin = (words = ""): void => {
    reply.hijack();
    raw.cork();
    raw.writeHead(200, { ...reply.getHeaders(), ...headers } as OutgoingHttpHeaders);
    // By itself, so that the head that stays in memory is one text and not the many it was put together from.
    raw.flushHeaders();
    raw.write(`retry: ${retry}\n\n${words}`);
    raw.uncork();
  };
  const isOver = (): boolean => raw.writableEnded || raw.destroyed;
  return {
    isOver,
    /** Begins it, unless it has begun or is over. */
    begin: (): void => void (raw.headersSent || isOver() || begin()),
    say: (words: string): void => {
      // Sent away before it began: the server stops, or the device is signed out.
      if (isOver()) return;
      if (!raw.headersSent) begin(words);
      // Whoever does not read has a ring before them, which says the same.
      else if (!raw.writableNeedDrain) raw.write(words);
    },
    end: (words = ""): void => {
      if (isOver()) return;
      if (!raw.headersSent) begin();
      raw.end(words);
    },
  };
}

const headers = {
  "content-type": "text/event-stream",
  "cache-control": "no-store",
  "x-accel-buffering": "no",
  connection: "close",
};

const ignore = (): undefined => undefined;
