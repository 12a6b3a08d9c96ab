/** The page that this device opens the app with: from the service worker in charge, else from the server. */

/** Its text; undefined where it is not kept and there is no signal. */
export async function keptPage(): Promise<string | undefined> {
  const [page] = await Promise.allSettled([fetch("/index.html").then((answer) => answer.text())]);
  return page.status === "fulfilled" ? page.value : undefined;
}
