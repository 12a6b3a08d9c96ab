/**
 * The network between the devices and the server: every request and every answer waits here until
 * the world lets it through, loses it, doubles it, or lets a later one pass first.
 */
import type { MessageName } from "#model/wire/protocol.ts";
import type { Exchanges } from "#store/ports.ts";

/** A kind of request. */
export type RequestName = keyof Exchanges & MessageName;

/** What came back: a status and some bytes, or nothing at all. */
export type Reply = { readonly status: number; readonly body: Uint8Array } | "nothing";

/** A message on its way. */
export interface InFlight {
  readonly number: number;
  readonly from: string;
  readonly name: RequestName;
  readonly body: Uint8Array;
  /** The server's answer, once the request has been there. */
  reply: Reply | undefined;
  /** Gives the device its answer; does nothing when it no longer waits for one. */
  readonly answer: (reply: Reply) => void;
}

/** Answers a request for a device: the server. */
export type Serve = (from: string, name: RequestName, body: Uint8Array) => Promise<Reply>;

/** The network of one world. */
export interface Network {
  /** What is on its way, oldest first. */
  readonly inFlight: InFlight[];
  /** Sends a request; resolves when the world lets an answer through. */
  ask(from: string, name: RequestName, body: Uint8Array): Promise<Reply>;
  /** Lets a message take its next step: a request to the server, an answer to its device. */
  deliver(message: InFlight): Promise<void>;
  /** Takes a message off the way; its device hears nothing. */
  lose(message: InFlight): void;
  /** Lets the device give up waiting while the message stays on its way. */
  delay(message: InFlight): void;
  /** Sends the same request once more; the first answer to come back counts. */
  double(message: InFlight): void;
  /** Puts something that is no answer in the place of one. */
  garble(message: InFlight, reply: Reply): void;
  /** Loses all that a device waits for. */
  cut(from: string): void;
}

/** An empty network before a server. */
export function createNetwork(serve: Serve): Network {
  const inFlight: InFlight[] = [];
  let sent = 0;
  const add = (message: Omit<InFlight, "number" | "reply">) =>
    void inFlight.push({ ...message, number: (sent += 1), reply: undefined });
  const takeOff = (message: InFlight) => {
    const at = inFlight.indexOf(message);
    if (at >= 0) inFlight.splice(at, 1);
  };
  const garble = (message: InFlight, reply: Reply) => {
    takeOff(message);
    message.answer(reply);
  };
  return {
    inFlight,
    ask: (from, name, body) => new Promise((answer) => add({ from, name, body, answer })),
    async deliver(message) {
      if (message.reply === undefined) message.reply = await serve(message.from, message.name, message.body);
      else garble(message, message.reply);
    },
    lose: (message) => garble(message, "nothing"),
    delay: (message) => message.answer("nothing"),
    double: ({ from, name, body, answer }) => add({ from, name, body, answer }),
    garble,
    cut(from) {
      for (const message of inFlight.filter((one) => one.from === from)) message.answer("nothing");
    },
  };
}
