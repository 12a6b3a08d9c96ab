/** "All sent" where two tabs of a device send: what one knows was true before the other sent. */
import { expect, test } from "vitest";
import { no } from "#model/outcome.ts";
import { aDevice, anotherTab, type } from "#tests/support/one-device.ts";
import { aRow } from "#tests/support/rows.ts";

test("[S10] what another tab sent, and could not compare, is not said to be all sent until an audit agrees", async () => {
  const row = aRow("First");
  const bench = aDevice(row);
  const { server, disk, storage, device } = bench;
  await device.round();
  await type(storage, row.id, "First and second");
  server.after = async (name) => (name === "audit" ? no("offline") : undefined);
  expect(await anotherTab(bench).round()).toMatchObject({ sent: 1, problem: { code: "offline" } });
  server.after = async () => undefined;
  server.asked.length = 0;
  expect(await device.round()).toMatchObject({ sent: 0, fetched: 0, allSent: true });
  expect(server.asked).toContain("audit");
  expect(disk.marks.allSentAt).toBe(5000);
});

test("[S10] an audit that agreed before another tab sent does not say that all is sent", async () => {
  const row = aRow("First");
  const bench = aDevice(row);
  const { server, disk, storage, device } = bench;
  const other = anotherTab(bench);
  let isOver = false;
  server.after = async (name) => {
    if (name !== "audit" || isOver) return undefined;
    isOver = true;
    await type(storage, row.id, "First and second");
    server.after = async (asked) => (asked === "audit" ? no("offline") : undefined);
    await other.round();
    return undefined;
  };
  expect(await device.round()).toMatchObject({ sent: 1, allSent: false });
  expect(disk.marks.allSentAt).toBeUndefined();
  server.after = async () => undefined;
  expect(await device.round()).toMatchObject({ allSent: true });
});
