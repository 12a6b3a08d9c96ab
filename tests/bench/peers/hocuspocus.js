/**
 * Hocuspocus with its SQLite extension, in a process of its own. Every change is stored at once, on a database that waits
 * for the disk as ours does; a document says "stored" to those who have it open once that has happened.
 */
import { SQLite } from "@hocuspocus/extension-sqlite";
import { Server } from "@hocuspocus/server";
import { answerParent } from "./answer-parent.js";

const { folder } = JSON.parse(process.argv[2]);
const sqlite = new SQLite({ database: `${folder}/hocuspocus.db` });
const server = new Server({
  port: 0,
  address: "127.0.0.1",
  quiet: true,
  stopOnSignals: false,
  debounce: 0,
  maxDebounce: 0,
  maxPendingDocuments: 10_000,
  extensions: [
    sqlite,
    {
      afterStoreDocument: async ({ document }) => {
        document.broadcastStateless("stored");
      },
    },
  ],
});
await server.listen();
sqlite.db.pragma("journal_mode = wal");
sqlite.db.pragma("synchronous = full");

answerParent(server.address.port, () => server.destroy());
