/** The product's app, built as `npm run build` does, and what it was built of. */
import { build } from "vite";
import type { Rolldown } from "vite";

let built: Promise<readonly Rolldown.OutputChunk[]> | undefined;

/** Builds the app into dist, once a run; resolves with its JavaScript files and the modules each is made of. */
export function buildApp(): Promise<readonly Rolldown.OutputChunk[]> {
  built ??= buildNow();
  return built;
}

async function buildNow(): Promise<readonly Rolldown.OutputChunk[]> {
  const { output } = (await build({ logLevel: "error", mode: "production" })) as Rolldown.RolldownOutput;
  return output.filter((part) => part.type === "chunk");
}
