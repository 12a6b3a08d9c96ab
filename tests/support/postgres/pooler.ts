/**
 * A pooler as small as can be. It hands out connections by transaction, as many do: whoever sends something has the
 * connection that was given back last, until its transaction has ended. Or it has only one to hand out, and whoever
 * else is let in waits. Knows no TLS.
 */
import { once } from "node:events";
import { createServer, connect, type AddressInfo, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A connection to PostgreSQL. */
interface Backend {
  readonly socket: Socket;
  /** Who has it. */
  client: Client | undefined;
  /** How many times it has yet to say that it is ready. */
  owed: number;
}

/** A connection of whoever believes to speak with PostgreSQL. */
interface Client {
  readonly socket: Socket;
  backend: Backend | undefined;
  isLetIn: boolean;
}

const [ready, query, sync, terminate] = ["Z", "Q", "S", "X"];
const outsideTransaction = "I";

/** Starts one before the server of this address, for the length of a test; resolves with the address to use instead. */
export async function aPooler(address: string, hands: "by transaction" | "only one"): Promise<string> {
  const url = new URL(address);
  const to = { host: url.hostname, port: Number(url.port) };
  const idle: Backend[] = [];
  const sockets = new Set<Socket>();
  let first: Client | undefined;
  const server = createServer((socket) => {
    const client: Client = { socket, backend: undefined, isLetIn: false };
    const backend: Backend = { socket: connect(to), client, owed: 1 };
    client.backend = backend;
    first ??= client;
    for (const each of [socket, backend.socket]) {
      sockets.add(each);
      each.on("error", () => undefined);
    }
    readMessages(backend.socket, (message, type) => answer(backend, message, type));
    socket.once("data", (start) => {
      backend.socket.write(start);
      readMessages(socket, (message, type) => ask(client, message, type));
    });
  });
  const answer = (backend: Backend, message: Buffer, type: string): void => {
    const { client } = backend;
    client?.socket.write(message);
    if (type !== ready || !client) return;
    backend.owed -= 1;
    client.isLetIn = true;
    if (backend.owed > 0 || String.fromCodePoint(message[5] ?? 0) !== outsideTransaction) return;
    [backend.client, client.backend] = [undefined, undefined];
    idle.push(backend);
  };
  const ask = (client: Client, message: Buffer, type: string): void => {
    if (type === terminate || (hands === "only one" && client.isLetIn && client !== first)) return;
    client.backend ??= idle.pop();
    if (!client.backend) throw new Error("there are as many connections as clients");
    client.backend.client = client;
    if (client.isLetIn && (type === query || type === sync)) client.backend.owed += 1;
    client.backend.socket.write(message);
  };
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return url.href;
}

/** Calls with each message that arrives: a letter, its length in four bytes, and the rest. */
function readMessages(socket: Socket, each: (message: Buffer, type: string) => void): void {
  let unread = Buffer.alloc(0);
  socket.on("data", (bytes: Buffer) => {
    unread = Buffer.concat([unread, bytes]);
    while (unread.length >= 5 && unread.length > unread.readUInt32BE(1)) {
      const end = 1 + unread.readUInt32BE(1);
      each(unread.subarray(0, end), String.fromCodePoint(unread[0] ?? 0));
      unread = unread.subarray(end);
    }
  });
}
