/**
 * Opens a zip that somebody uploaded, under limits that are counted while it unfolds, so that a few kilobytes
 * cannot fill the server's memory or keep it busy. Knows nothing of what the files mean.
 */
import { Unzip, UnzipInflate, type UnzipFile } from "fflate";

/** Larger than any school's list by far; a city of 200 schools has about 20 MB zipped. */
const limits = {
  zipBytes: 32 * 1024 * 1024,
  entries: 256,
  unfoldedBytes: 64 * 1024 * 1024,
} as const;
const SLICE_BYTES = 16 * 1024;

/** A file of the zip, by its own name without folders. */
export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The zip's CSV files, or why it was not opened. */
export type ZipReading =
  | { readonly ok: true; readonly files: readonly ZipFile[] }
  | { readonly ok: false; readonly problem: "not-a-zip" | "too-large" };

interface Unfolding {
  entries: number;
  unfoldedBytes: number;
  readonly chunksByPath: Map<string, Uint8Array[]>;
}

/**
 * The CSV files of a zip, those in the fewest folders first. Other files, hidden files and what a Mac adds are
 * passed over unopened. What the zip claims about sizes is never believed: bytes are counted as they
 * come, and reading stops with the slice that passes a limit.
 */
export function readZip(bytes: Uint8Array): ZipReading {
  if (bytes.byteLength > limits.zipBytes) return { ok: false, problem: "too-large" };
  const unfolding: Unfolding = { entries: 0, unfoldedBytes: 0, chunksByPath: new Map() };
  const unzip = new Unzip((file) => unfold(file, unfolding));
  unzip.register(UnzipInflate);
  try {
    for (let from = 0; from < bytes.byteLength; from += SLICE_BYTES) {
      const to = from + SLICE_BYTES;
      unzip.push(bytes.subarray(from, to), to >= bytes.byteLength);
      if (isOverLimit(unfolding)) return { ok: false, problem: "too-large" };
    }
  } catch {
    // fflate throws errors of several kinds at whatever is not a whole zip.
    return { ok: false, problem: "not-a-zip" };
  }
  if (unfolding.entries === 0) return { ok: false, problem: "not-a-zip" };
  return { ok: true, files: filesByDepth(unfolding.chunksByPath) };
}

function unfold(file: UnzipFile, unfolding: Unfolding): void {
  unfolding.entries += 1;
  if (!isCsv(file.name) || isOverLimit(unfolding)) return;
  const chunks: Uint8Array[] = [];
  unfolding.chunksByPath.set(file.name, chunks);
  file.ondata = (error, chunk) => {
    if (error) throw error;
    unfolding.unfoldedBytes += chunk.byteLength;
    if (!isOverLimit(unfolding)) chunks.push(chunk);
  };
  file.start();
}

const isOverLimit = ({ entries, unfoldedBytes }: Unfolding): boolean =>
  entries > limits.entries || unfoldedBytes > limits.unfoldedBytes;

const isCsv = (path: string): boolean =>
  /\.(csv|txt)$/i.test(path) &&
  !path.split(/[/\\]/).some((part) => part.startsWith(".") || part === "__MACOSX");

const filesByDepth = (chunksByPath: ReadonlyMap<string, readonly Uint8Array[]>): ZipFile[] =>
  [...chunksByPath]
    .map(([path, chunks]) => ({ parts: path.split(/[/\\]/), bytes: Buffer.concat(chunks) }))
    .toSorted((one, other) => one.parts.length - other.parts.length)
    .map(({ parts, bytes }) => ({ name: parts.at(-1) ?? "", bytes }));
