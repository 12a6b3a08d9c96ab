/** A copy of the built app that can be followed by a next release, as an operator puts one out. */
import { cp, mkdtemp, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The app in a folder of its own. */
export interface Releases {
  /** The folder in which `dist` stands. */
  readonly folder: string;
  /** Puts the next release out. No file with a hash in its name stays, as after a build into an empty folder. */
  putOutNext(): Promise<void>;
  remove(): Promise<void>;
}

/** Copies what has been built. */
export async function openReleases(): Promise<Releases> {
  const folder = await mkdtemp(join(tmpdir(), "waymark-app-"));
  const dist = join(folder, "dist");
  await cp("dist", dist, { recursive: true });
  return {
    folder,
    putOutNext: () => renewFiles(dist),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Gives every file of the app another name and the page another text, so that nothing of the release before is left. */
async function renewFiles(dist: string): Promise<void> {
  const assets = join(dist, "assets");
  const names = await readdir(assets);
  const renewed = (text: string): string =>
    names.reduce((all, name) => all.replaceAll(name, nextName(name)), text);
  for (const name of names) await rename(join(assets, name), join(assets, nextName(name)));
  const texts = ["index.html", ...names.map((name) => join("assets", nextName(name)))];
  for (const path of texts.filter((name) => /\.(html|js|css)$/.test(name))) {
    const file = join(dist, path);
    await writeFile(file, renewed(await readFile(file, "utf8")));
  }
  await edit(join(dist, "index.html"), (page) => page.replace("<html", '<html data-release="next"'));
  // Last and at once: a browser looks for a new app whenever it likes, and would keep the page of before with the files of now.
  const worker = join(dist, "service-worker.js");
  const next = renewed(await readFile(worker, "utf8"));
  await writeFile(`${worker}.next`, next.replace(/("revision":")\w+(","url":"index.html")/, "$1next$2"));
  await rename(`${worker}.next`, worker);
}

const nextName = (name: string): string => name.replace(/\.(\w+)$/, "-next.$1");

const edit = async (file: string, change: (text: string) => string): Promise<void> =>
  writeFile(file, change(await readFile(file, "utf8")));
