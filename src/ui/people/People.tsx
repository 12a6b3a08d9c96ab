/** Stands here until the page is built. */
import { NotFound } from "#ui/shell/NotFound.tsx";

/** The page. */
export const People = NotFound;
