/** A real browser, over https: that it keeps the session's cookie, and that nobody lays another over it. */
import { expect, onTestFinished, test } from "vitest";
import type { Account } from "#model/wire/api.ts";
import { keepPassword } from "#server/sign-in/passwords.ts";
import { createSession } from "#server/sign-in/sessions.ts";
import { openBrowser } from "#tests/support/browser/browser.ts";
import { aSchoolServer, orThrow, person } from "#tests/support/server.ts";
import { createCertificates } from "#tests/support/throw-away-ca.ts";

test("over https a browser keeps the session's cookie, and one that a neighbour sets changes nothing", async () => {
  const { cert, key } = createCertificates(Date.now());
  const server = await aSchoolServer({ tls: { cert, key }, clock: Date.now });
  onTestFinished(() => server.close());
  const password = "map and boots";
  const kept = orThrow(await keepPassword(password, server.site.surroundings));
  await server.storage.write((t) =>
    t.accounts.putUsers([{ person: person("ann"), userName: "ann", password: kept }]),
  );
  const address = (await server.app.listen({ port: 0, host: "127.0.0.1" })).replace("127.0.0.1", "localhost");
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  await page.goto(`${address}/health`);
  const ask = (method: string, body?: object) =>
    page.evaluate(
      async ([how, what]) => {
        const headers = { "content-type": "application/json" };
        const sent = what === undefined ? {} : { headers, body: JSON.stringify(what) };
        return (await (await fetch("/api/session", { method: how, ...sent })).json()) as unknown;
      },
      [method, body] as const,
    ) as Promise<Account>;
  expect((await ask("POST", { userName: "ann", password, deviceName: "phone" })).person).toBe(person("ann"));
  const { token } = await createSession(server.site, person("bob"));
  const laid = { name: "waymark_session", value: token, secure: true } as const;
  await context.addCookies([{ ...laid, domain: "localhost", path: "/api/session" }]);
  expect((await ask("GET")).person).toBe(person("ann"));
  await ask("DELETE");
  expect((await context.cookies(address)).filter(({ name }) => name.startsWith("__Host-"))).toEqual([]);
});
