/**
 * A device of Hocuspocus: its messages on a plain web socket, with nothing in between. One record is one document, as
 * with us; a change counts as accepted when the server says that it is stored.
 */
import { once } from "node:events";

const utf8 = new TextEncoder();
const words = new TextDecoder();
/** What the first number of a message says. Source: @hocuspocus/server, `MessageType`. */
const types = { sync: 0, auth: 2, stateless: 5 } as const;
/** What the second says in a sync message. Source: y-protocols. */
const syncs = { step1: 0, step2: 1, update: 2 } as const;
const noState = Uint8Array.of(0);

/** A web socket to Hocuspocus. */
export interface HocuspocusSocket {
  /** Sends a document's bytes; resolves when it is stored. */
  push(name: string, state: Uint8Array): Promise<void>;
  /** Fetches a document; resolves when its bytes are here. The document stays open, and what others write comes unasked. */
  open(name: string): Promise<void>;
  /** Called with a document's name whenever somebody else's change to it comes. */
  heard: (name: string) => void;
  /** Bytes of messages so far, both ways. */
  bytes(): number;
  close(): Promise<void>;
}

type Waiting = Pick<PromiseWithResolvers<void>, "resolve" | "reject">;

/** Connects. */
export async function openHocuspocus(port: number): Promise<HocuspocusSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`);
  socket.binaryType = "arraybuffer";
  await once(socket, "open");
  const [stored, opened] = [new Map<string, Waiting>(), new Map<string, Waiting>()];
  socket.addEventListener("close", () => {
    for (const { reject } of [...stored.values(), ...opened.values()])
      reject(new Error("Hocuspocus hung up."));
  });
  const known = new Set<string>();
  let bytes = 0;
  const send = (message: Uint8Array<ArrayBuffer>): void => {
    bytes += message.length;
    socket.send(message);
  };
  const enter = (name: string): void => {
    if (known.has(name)) return;
    known.add(name);
    send(messageOf(name, types.auth, 0, part(utf8.encode("token"))));
  };
  const device: HocuspocusSocket = {
    push: (name, state) => {
      const { promise, ...waiting } = Promise.withResolvers<void>();
      stored.set(name, waiting);
      enter(name);
      send(messageOf(name, types.sync, syncs.update, part(state)));
      return promise;
    },
    open: (name) => {
      const { promise, ...waiting } = Promise.withResolvers<void>();
      opened.set(name, waiting);
      enter(name);
      send(messageOf(name, types.sync, syncs.step1, part(noState)));
      return promise;
    },
    heard: () => undefined,
    bytes: () => bytes,
    close: async () => {
      const closed = once(socket, "close");
      socket.close();
      await closed;
    },
  };
  socket.addEventListener("message", ({ data }: MessageEvent<ArrayBuffer>) => {
    bytes += data.byteLength;
    const { name, type, sync } = headOf(new Uint8Array(data));
    if (type === types.stateless) stored.get(name)?.resolve();
    if (type === types.sync && sync === syncs.step2) opened.get(name)?.resolve();
    if (type === types.sync && sync === syncs.update) device.heard(name);
  });
  return device;
}

/** A length and the bytes after it. */
function part(content: Uint8Array): Uint8Array {
  const length: number[] = [];
  for (let rest = content.length; ; rest >>>= 7) {
    length.push(rest > 127 ? (rest & 127) | 128 : rest);
    if (rest <= 127) break;
  }
  return Buffer.concat([Uint8Array.from(length), content]);
}

const messageOf = (name: string, ...rest: readonly (number | Uint8Array)[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    Buffer.concat([
      part(utf8.encode(name)),
      ...rest.map((piece) => (typeof piece === "number" ? Uint8Array.of(piece) : piece)),
    ]),
  );

/** Names are shorter than 128 bytes. */
function headOf(message: Uint8Array): { name: string; type: number | undefined; sync: number | undefined } {
  const end = 1 + (message[0] ?? 0);
  return { name: words.decode(message.subarray(1, end)), type: message[end], sync: message[end + 1] };
}
