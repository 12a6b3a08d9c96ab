/** Run by Vitest once, before the first story: makes the demo school, so that each file of stories can begin with a copy. */
import type { TestProject } from "vitest/node";
import { startServer } from "./running-server.ts";

/** The password everybody in the demo school shares. */
export const demoPassword = "map and boots";

declare module "vitest" {
  interface ProvidedContext {
    /** The data folder of a demo school whose server has stopped. */
    demoData: string;
  }
}

/** Makes it, and gives the way to remove it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer({ demo: demoPassword });
  await server.stop();
  project.provide("demoData", server.dataFolder);
  return () => server.remove();
}
