/** The app can be put on a home screen: the browser finds nothing in the way. */
import { expect, test } from "vitest";
import { signIn } from "./support/anyone.ts";
import { demoSchool, hand } from "./support/story.ts";

const school = await demoSchool();

test("the browser offers to install the app", async () => {
  const phone = await hand("phone", school);
  const page = await signIn(phone, "rhys.b");
  const session = await phone.context().newCDPSession(page);
  const { errors, manifest } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  expect(manifest).toMatchObject({ name: "Waymark", display: "kStandalone" });
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  expect(installabilityErrors).toEqual([]);
});
