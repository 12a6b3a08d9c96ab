/**
 * PouchDB's own server on LevelDB, in a process of its own. LevelDB does not wait for the disk unless it is told to:
 * here it is, for every write, as ours does.
 */
import express from "express";
import createPouchServer from "express-pouchdb";
import leveldown from "leveldown";
import PouchDB from "pouchdb";
import { answerParent } from "./answer-parent.js";

const { folder } = JSON.parse(process.argv[2]);

const durable = (location) => {
  const database = leveldown(location);
  for (const write of ["_put", "_del", "_batch"]) {
    const plain = database[write].bind(database);
    database[write] = (...given) => {
      const done = given.pop();
      const options = given.pop();
      plain(...given, { ...options, sync: true }, done);
    };
  }
  return database;
};
durable.destroy = leveldown.destroy;

const app = express();
app.use(
  createPouchServer(PouchDB.defaults({ prefix: `${folder}/`, db: durable }), {
    mode: "minimumForPouchDB",
    inMemoryConfig: true,
    logPath: `${folder}/log.txt`,
  }),
);
const listening = app.listen(0, "127.0.0.1", () => {
  answerParent(listening.address().port, async () => listening.close());
});
