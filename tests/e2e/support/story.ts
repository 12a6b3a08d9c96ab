/** What stories begin with. All of it is put away when the story, or the file it stands in, ends. */
import { afterAll, expect, inject, onTestFinished } from "vitest";
import { openDevice } from "./device.ts";
import type { Device, DeviceOptions, Size } from "./device.ts";
import { startServer } from "./running-server.ts";
import type { RunningServer, ServerOptions } from "./running-server.ts";

/** A demo school for all stories of a file, so let each be about a learner of its own. */
export async function demoSchool(options: ServerOptions = {}): Promise<RunningServer> {
  const server = await startServer({ data: inject("demoData"), ...options });
  afterAll(() => server.remove());
  return server;
}

/** A server for one story, which nobody has set up. */
export async function freshServer(): Promise<RunningServer> {
  const server = await startServer();
  onTestFinished(() => server.remove());
  return server;
}

/**
 * Puts a device into somebody's hand, where it reaches this server. A complaint of its browser fails the story;
 * of a story that failed there is a picture in test-results.
 */
export async function hand(size: Size, server: RunningServer, options?: DeviceOptions): Promise<Device> {
  const device = await openDevice(size, server.url, options);
  onTestFinished(async ({ task }) => {
    const picture = `test-results/${task.name.replaceAll(/\W+/g, "-")} ${size}.png`;
    if (task.result?.state === "fail") await device.page().screenshot({ path: picture });
    await device.remove();
    expect(device.complaints()).toEqual([]);
  });
  return device;
}
