/** The product's own commands, given as an operator gives them. */
import { execFile } from "node:child_process";

const clock = new URL("./shifted-clock.ts", import.meta.url).href;

/** Backs up, or restores. Throws when the command says that it went wrong. */
export const giveCommand = (
  words: readonly ["backup" | "restore", ...string[]],
  {
    environment,
    shiftMs,
  }: { readonly environment: Readonly<Record<string, string>>; readonly shiftMs: number },
): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      ["--import", clock, "sync-server/backup/main.ts", ...words],
      { env: { ...process.env, ...environment, NEMESIS_CLOCK_SHIFT_MS: String(shiftMs) } },
      (_error, stdout, stderr) => {
        if (child.exitCode === 0) resolve();
        else reject(new Error(`${words.join(" ")}: ${stdout}${stderr}`));
      },
    );
  });
