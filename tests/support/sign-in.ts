/** Signing in as a person does, for scripts that are no tests. */
import type { Page } from "playwright-core";

/** Somebody who can sign in. */
export interface SigningIn {
  readonly userName: string;
  readonly password: string;
}

/** Signs in on the page that is open and waits until all that is theirs is on this device, and the app too. */
export async function signInOn(page: Page, { userName, password }: SigningIn): Promise<void> {
  await page.getByRole("textbox", { name: "User name" }).fill(userName);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  const allSent = page.getByRole("link", { name: /All sent/ }).filter({ visible: true });
  await allSent.first().waitFor({ timeout: 120_000 });
  await page.evaluate(() => navigator.serviceWorker.ready);
}
