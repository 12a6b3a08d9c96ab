/** What stands before several servers: passes each connection to one that is there, in turn, and knows nothing of HTTP. */
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A balancer that listens. */
export interface Balancer {
  readonly url: string;
  close(): void;
}

/** Starts one before the servers on these addresses. */
export async function startBalancer(urls: readonly string[]): Promise<Balancer> {
  const ports = urls.map((url) => Number(new URL(url).port));
  const open = new Set<Socket>();
  let turn = 0;
  const server = createServer((client) => {
    turn += 1;
    open.add(client);
    client.once("close", () => open.delete(client));
    client.on("error", () => client.destroy());
    passOn(client, [...ports.slice(turn % ports.length), ...ports.slice(0, turn % ports.length)]);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

/** To the first of these that takes it. */
function passOn(client: Socket, [port, ...others]: readonly number[]): void {
  if (port === undefined) {
    client.destroy();
    return;
  }
  const upstream = connect(port, "localhost");
  let isTaken = false;
  upstream.once("connect", () => {
    isTaken = true;
    client.pipe(upstream).pipe(client);
  });
  upstream.on("error", () => {
    if (isTaken) client.destroy();
    else passOn(client, others);
  });
  client.once("close", () => upstream.destroy());
}
