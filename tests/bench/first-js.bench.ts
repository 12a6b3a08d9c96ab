/** How much JavaScript a learner's first screen loads, and whose it is. */
import { gzipSync } from "node:zlib";
import type { Rolldown } from "vite";
import { buildApp } from "./build-app.ts";
import { explained } from "./measurement.ts";
import type { Measurement } from "./measurement.ts";

const limitKb = 300;
const firstScreen = "src/ui/home/Today.tsx";

export const firstJs: Measurement = {
  name: "first-js",
  measure: async () => {
    const chunks = await buildApp();
    const loaded = loadedFirst(chunks);
    const totalKb = loaded.reduce((sum, chunk) => sum + gzipKb(chunk.code), 0);
    return explained(
      { ours: [totalKb], reference: [limitKb] },
      {
        name: "first-js",
        unit: "KB",
        against: "the limit we set ourselves, all files compressed one by one",
        aim: limitKb,
        limit:
          "Limited by what a first screen stands on; each dependency's share of it, in KB after compression:",
        details: [sharesOf(loaded), `${loaded.length} files.`],
      },
    );
  },
};

/** The files that the page names, those that the first screen needs, and all that they import. */
function loadedFirst(chunks: readonly Rolldown.OutputChunk[]): readonly Rolldown.OutputChunk[] {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const loaded = new Set<Rolldown.OutputChunk>();
  const load = (chunk: Rolldown.OutputChunk | undefined): void => {
    if (!chunk || loaded.has(chunk)) return;
    loaded.add(chunk);
    for (const file of chunk.imports) load(byFile.get(file));
  };
  const screen = chunks.find(({ modules }) => Object.keys(modules).some((id) => id.endsWith(firstScreen)));
  if (!screen) throw new Error(`No file was built of ${firstScreen}.`);
  for (const chunk of chunks) if (chunk.isEntry) load(chunk);
  load(screen);
  return [...loaded];
}

const gzipKb = (code: string): number => gzipSync(code).length / 1024;

/** Each file's compressed size, shared out among its modules by their own; the greatest first. */
function sharesOf(chunks: readonly Rolldown.OutputChunk[]): string {
  const kbByOwner = new Map<string, number>();
  for (const chunk of chunks) {
    const parts = Object.entries(chunk.modules).map(([id, { code }]) => ({ id, weight: gzipKb(code ?? "") }));
    const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
    const kb = gzipKb(chunk.code);
    for (const { id, weight } of parts)
      kbByOwner.set(ownerOf(id), (kbByOwner.get(ownerOf(id)) ?? 0) + (kb * weight) / whole);
  }
  return [...kbByOwner]
    .toSorted(([, a], [, b]) => b - a)
    .map(([owner, kb]) => `${owner} ${kb.toFixed(1)}`)
    .join(", ");
}

/** The package a module comes from, or the part of Waymark. */
function ownerOf(module: string): string {
  const inPackage = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module)?.[1];
  const part = /\/src\/([^/.]+)/.exec(module)?.[1];
  return inPackage ?? (part === undefined ? "the bundler" : `src/${part}`);
}
