/** How routes read what they are sent and say what came of it: JSON for words, msgpack for records. */
import type { FastifyReply, FastifyRequest } from "fastify";
import * as v from "valibot";
import { no, type Outcome, type Problem } from "#model/outcome.ts";
import { readMessage, writeMessage, type Message, type MessageName } from "#model/wire/protocol.ts";
import { statusOf } from "#server/problems.ts";
import { hashOf } from "#server/sync/hashing.ts";

/** The media type of sync bodies. */
export const msgpack = "application/msgpack";

/** A handler that answers a JSON request with an outcome. */
export const answersJson =
  <T>(handle: (request: FastifyRequest, reply: FastifyReply) => Promise<Outcome<T>>) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const outcome = await handle(request, reply);
    return outcome.ok ? (outcome.value ?? {}) : refuse(reply, outcome.problem);
  };

/** What came with a JSON body, and how to reply. */
type Asked = { readonly request: FastifyRequest; readonly reply: FastifyReply };

/** A handler that is given a JSON body of this shape. Problem: `malformed`, with the place that is wrong. */
export const answersBody = <S extends v.GenericSchema, T>(
  shape: S,
  handle: (body: v.InferOutput<S>, asked: Asked) => Promise<Outcome<T>>,
) =>
  answersJson(async (request, reply): Promise<Outcome<T>> => {
    const read = v.safeParse(shape, request.body);
    if (!read.success) return no("malformed", v.getDotPath(read.issues[0]) ?? undefined);
    return handle(read.output, { request, reply });
  });

/** Sends a problem, in the form that the asker speaks. */
export function refuse(reply: FastifyReply, problem: Problem): FastifyReply {
  reply.code(statusOf[problem.code]).header("cache-control", "no-store");
  if (!reply.request.url.startsWith("/api/sync/")) return reply.send({ problem });
  const epoch =
    problem.code === "epoch-changed" && problem.detail !== undefined ? { epoch: problem.detail } : {};
  return reply.type(msgpack).send(asBuffer(writeMessage("problem", { problem, ...epoch })));
}

/** A handler that answers one message of the protocol with another. */
export const answersMessage =
  <Q extends MessageName, A extends MessageName>(
    names: readonly [Q, A],
    handle: (request: FastifyRequest, message: Message<Q>) => Promise<Outcome<Message<A>>>,
  ) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const message =
      request.body instanceof Uint8Array ? readMessage(names[0], request.body) : no("malformed", "msgpack");
    if (!message.ok) return refuse(reply, message.problem);
    const answer = await handle(request, message.value);
    if (!answer.ok) return refuse(reply, answer.problem);
    return reply.type(msgpack).send(asBuffer(writeMessage(names[1], answer.value, hashOf)));
  };

/** The same bytes, as Fastify sends them without copying. */
const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
