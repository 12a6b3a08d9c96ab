/** The name of a page, for tabs, history and screen readers. */
import { useEffect } from "react";
import { everywhere } from "#ui/words/everywhere.ts";

/** Names the page as long as it is shown. */
export function usePageTitle(page: string): void {
  useEffect(() => {
    document.title = everywhere.pageTitle(page);
  }, [page]);
}
