/** What stands at an address where a browser keeps nothing safe: why, and what to do. */

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

/** The page, with the address to use instead when there is one. */
export const insecurePage = (publicUrl: string | undefined): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>Waymark needs a secure address</title>
<body style="font: 1.1rem/1.6 system-ui, sans-serif; max-width: 36rem; margin: 3rem auto; padding: 0 1.5rem">
<h1>This address is not secure</h1>
<p>Waymark keeps your words safe on your device. Browsers allow that only at an address that starts with <b>https://</b>, or on this computer itself as <b>localhost</b>.</p>
${publicUrl === undefined ? "<p>Ask whoever looks after Waymark for the right address.</p>" : `<p>Use <a href="${escapeHtml(publicUrl)}">${escapeHtml(publicUrl)}</a> instead.</p>`}
<p>For whoever looks after it: start Waymark with <code>TLS_CERT</code> and <code>TLS_KEY</code>, or behind a proxy that does https, with <code>TRUST_PROXY</code> and <code>PUBLIC_URL</code> set.</p>
</body>
</html>
`;
