/** The doorbell as an event stream: `ring` when there is something, a comment now and then to keep it open. */
import { PassThrough } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Site } from "#server/sync/site.ts";
import { handOf } from "./signed-in.ts";

/** How often a quiet stream is written to, in milliseconds: below what proxies wait. */
const heartbeatMs = 20_000;

/** Answers with a stream that ends when either side goes, or the device is signed out. */
export async function ringAtDoor(
  { bell }: Site,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const stream = new PassThrough();
  const beat = setInterval(() => stream.write(": here\n\n"), heartbeatMs);
  beat.unref();
  const leave = await bell.listen({
    ...handOf(request),
    ring: () => void stream.write("event: ring\ndata:\n\n"),
    close: () => void stream.end(),
  });
  const end = (): void => {
    clearInterval(beat);
    leave();
  };
  stream.once("close", end);
  request.raw.once("close", () => stream.destroy());
  stream.write("retry: 3000\n\nevent: ring\ndata:\n\n");
  return reply
    .header("cache-control", "no-store")
    .header("x-accel-buffering", "no")
    .type("text/event-stream")
    .send(stream);
}
