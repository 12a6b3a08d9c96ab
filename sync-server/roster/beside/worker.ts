/** The thread beside the server's own, in which one piece of work on a list is done. */
import { parentPort, workerData } from "node:worker_threads";
import { listWork, type ListToPlan, type ListToRead } from "./list-work.ts";

/** What the thread is begun with. */
export type BesideWork =
  | { readonly work: "look"; readonly of: ListToRead }
  | { readonly work: "plan"; readonly of: ListToPlan };

const given = workerData as BesideWork;
parentPort?.postMessage(given.work === "look" ? listWork.look(given.of) : listWork.plan(given.of));
