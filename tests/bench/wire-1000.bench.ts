/** How many bytes go over the wire when 1,000 records are fetched, headers and all. */
import { request } from "node:http";
import { buffer } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";
import { pageLimit, protocolVersion, readMessage, writeMessage } from "#model/wire/protocol.ts";
import { startFilledServer } from "./filled-server.ts";
import type { FilledServer } from "./filled-server.ts";
import type { Explained } from "./figure.ts";
import { explained } from "./measurement.ts";
import type { Measurement } from "./measurement.ts";

export const wire1000: Measurement = {
  name: "wire-1000",
  measure: async () => {
    const server = await startFilledServer(pageLimit + 200);
    try {
      return figureOf(await pullOnce(server));
    } finally {
      await server.remove();
    }
  },
};

function figureOf({ wireBytes, states }: Pulled): Explained {
  const reference = gzipSync(Buffer.concat(states)).length;
  const perThousand = pageLimit / states.length / 1024;
  return explained(
    { ours: [wireBytes * perThousand], reference: [reference * perThousand] },
    {
      name: "wire-1000",
      unit: "KB",
      against: "gzip of the same records' states, one after the other and nothing else",
      aim: 1.2,
      limit:
        "Limited by what cannot be compressed and must be there: of each record an id and the server's receipt.",
      details: [
        `${states.length} records, ${(wireBytes / states.length).toFixed(0)} bytes each on the wire.`,
      ],
    },
  );
}

interface Pulled {
  /** Everything the socket carried, both ways. */
  readonly wireBytes: number;
  readonly states: readonly Uint8Array[];
}

/** The first page of a new device, asked for as a browser asks. */
async function pullOnce({ url, session }: FilledServer): Promise<Pulled> {
  const { promise, resolve, reject } = Promise.withResolvers<Pulled>();
  const asking = request(`${url}/api/sync/pull`, {
    method: "POST",
    headers: {
      "content-type": "application/msgpack",
      "accept-encoding": "gzip",
      cookie: `waymark_session=${session}`,
    },
  });
  asking.on("error", reject);
  asking.on("response", (response) => {
    const { socket } = response;
    const read = async (): Promise<Pulled> => {
      const body = await buffer(response);
      const page = readMessage("pulled", gunzipSync(body));
      if (!page.ok) throw new Error(`The server answered with ${response.statusCode ?? ""}.`);
      return {
        wireBytes: socket.bytesRead + socket.bytesWritten,
        states: page.value.records.map(({ state }) => state),
      };
    };
    read().then(resolve, reject);
  });
  asking.end(writeMessage("pull", { protocol: protocolVersion, epoch: null, positions: {}, opened: [] }));
  return promise;
}
