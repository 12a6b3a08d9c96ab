/** A device of PouchDB's server: plain requests, with bodies made beforehand. A record is its fields as JSON, without any history. */
import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import type { Envelope } from "#model/record/envelope.ts";
import { definitionOf } from "#model/kinds.ts";
import { project, type State } from "#model/record/record.ts";

/** Sockets to PouchDB's server. */
export interface PouchWire {
  readonly agent: Agent;
  readonly port: number;
}

/** Opens sockets as they are needed, at most so many, and keeps them. */
export const openPouch = (port: number, sockets: number): PouchWire => ({
  agent: new Agent({ keepAlive: true, maxSockets: sockets }),
  port,
});

/** An answer, with the bytes its socket has carried so far. */
export interface PouchAnswer {
  readonly body: string;
  readonly socketBytes: number;
}

/** Asks; throws unless the answer is one of success. */
export function askPouch(
  { agent, port }: PouchWire,
  path: string,
  body?: string,
  method: "GET" | "POST" | "PUT" = "POST",
): Promise<PouchAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<PouchAnswer>();
  const headers =
    body === undefined
      ? {}
      : { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  const asking = request({ agent, port, host: "127.0.0.1", path, method, headers });
  asking.once("error", reject);
  asking.once("response", (response) => {
    const { socket } = response;
    const read = async (): Promise<PouchAnswer> => {
      const answer = await text(response);
      if ((response.statusCode ?? 500) >= 300)
        throw new Error(`PouchDB answered ${path} with ${response.statusCode}`);
      return { body: answer, socketBytes: socket.bytesRead + socket.bytesWritten };
    };
    read().then(resolve, reject);
  });
  asking.end(body);
  return promise;
}

/** The body of a push. */
export const bulkBody = (records: readonly Written[]): string =>
  JSON.stringify({ docs: records.map(documentOf) });

interface Written {
  readonly envelope: Envelope;
  readonly state: State;
}

/** A record as PouchDB would hold it. */
export const documentOf = ({ envelope: { id, ...envelope }, state }: Written): object => ({
  _id: id,
  ...envelope,
  ...project(definitionOf(envelope.kind), state),
});
