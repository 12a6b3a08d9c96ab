/** The moment while this device's records open: still, and no longer than needed. */
import { Mark } from "#ui/kit/shell/Mark.tsx";
import { everywhere } from "#ui/words/everywhere.ts";
import { shell } from "#ui/words/shell.ts";

/** The product's sign and nothing else. */
export function Opening() {
  return (
    <main id="main" className="opening" aria-busy="true" aria-label={shell.opening}>
      <Mark name={everywhere.product} size={44} />
    </main>
  );
}
