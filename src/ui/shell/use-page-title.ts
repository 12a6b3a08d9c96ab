/** The name of a page, for tabs, history and screen readers. */
import { useEffect } from "react";
import { common } from "#ui/words/common.ts";

/** Names the page as long as it is shown. */
export function usePageTitle(page: string): void {
  useEffect(() => {
    document.title = common.pageTitle(page);
  }, [page]);
}
