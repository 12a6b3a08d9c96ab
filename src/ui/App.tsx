/** The app: its routes. The session they stand on is begun before, in `main.tsx`. */
import { useEffect } from "react";
import { RouterProvider } from "react-router/dom";
import type { RouterProviderProps } from "react-router/dom";
import { flushWhenHidden } from "./open-editors.ts";
import { firstPageDrawn } from "./session/session.ts";

/** The whole app. */
export function App({ router }: Pick<RouterProviderProps, "router">) {
  useEffect(() => flushWhenHidden(), []);
  useEffect(() => firstPageDrawn(), []);
  return <RouterProvider router={router} />;
}
