/** Everything a person has on this device as one JSON text: words anybody can read, and the states behind them. */
import type { Account } from "./account.ts";
import { bytesToText } from "#store/database/documents/base64.ts";
import type { RowStorage, Surroundings } from "./ports.ts";
import { valueOf } from "#store/replicate/row-rules.ts";
import { isUnsent } from "#store/replicate/row.ts";

/** The text of an export; also what was refused is in it. */
export async function exportText(
  storage: RowStorage,
  { person, name, device }: Pick<Account, "person" | "name" | "device">,
  { now }: Pick<Surroundings, "now">,
): Promise<string> {
  const records: unknown[] = [];
  for await (const page of storage.pages())
    for (const row of page.filter((one) => !one.erased)) {
      const { envelope, stamps, value, state } = row;
      records.push({ ...envelope, ...stamps, unsent: isUnsent(row), value, state: bytesToText(state) });
    }
  const refused = (await storage.refused()).map(({ envelope, problem, refusedAt, state }) => {
    const value = valueOf(envelope, state);
    return {
      ...envelope,
      problem,
      refusedAt: new Date(refusedAt).toISOString(),
      value,
      state: bytesToText(state),
    };
  });
  const about = { person, name, device, exportedAt: new Date(now()).toISOString() };
  return JSON.stringify({ waymark: 1, ...about, records, refused }, undefined, 2);
}
