/** How a device reaches the proxy: the product's own transport over HTTP, with the cookie of its session. */
import type { PersonId } from "#model/id.ts";
import { no } from "#model/outcome.ts";
import type { Transport } from "#store/ports.ts";
import { createTransport } from "#store/sync/transport.ts";
import { deviceHeader } from "#tests/nemesis/proxy/proxy.ts";
import type { Line } from "#tests/sync/world/device.ts";

/** The line of one device, across its restarts. */
export interface HttpLine {
  /** Opens it for a device that has just been switched on; what was asked before is hung up. */
  connect(line: Line): Transport;
  /** Asks for anything as the device does; breaks off when it hangs up. */
  fetch(path: string, request: RequestInit): Promise<Response>;
  /** True while the device is on and online. */
  isUp(): boolean;
  /** Breaks off whatever is being asked. */
  hangUp(): void;
}

/** A line from a device to the proxy at an address. */
export function createHttpLine({
  url,
  name,
  person,
  token,
}: {
  readonly url: () => string;
  readonly name: string;
  readonly person: PersonId;
  readonly token: () => string;
}): HttpLine {
  let calls = new AbortController();
  const hangUp = (): void => {
    calls.abort();
    calls = new AbortController();
  };
  let of: Line = { isOnline: () => false, isDead: () => true };
  const ask: HttpLine["fetch"] = (path, { headers, signal, ...request }) =>
    fetch(url() + path, {
      ...request,
      headers: {
        ...(headers as Record<string, string>),
        cookie: `waymark_session=${token()}`,
        [deviceHeader]: encodeURIComponent(name),
      },
      signal: AbortSignal.any([calls.signal, ...(signal ? [signal] : [])]),
    });
  return {
    hangUp,
    fetch: ask,
    isUp: () => of.isOnline() && !of.isDead(),
    connect(line) {
      hangUp();
      of = line;
      const transport = createTransport(person, ask);
      return {
        async ask(question, message) {
          if (!line.isOnline()) return no("offline");
          const answer = await transport.ask(question, message);
          return line.isDead() ? new Promise<never>(() => undefined) : answer;
        },
      };
    },
  };
}
