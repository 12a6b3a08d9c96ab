/** The app: its routes. The session they stand on is begun before, in `main.tsx`. */
import { useEffect } from "react";
import { RouterProvider } from "react-router/dom";
import type { RouterProviderProps } from "react-router/dom";
import { guardLeaving } from "./session/leaving.ts";
import { firstPageDrawn } from "./session/session.ts";

/** The whole app. */
export function App({ router }: Pick<RouterProviderProps, "router">) {
  useEffect(() => guardLeaving(), []);
  useEffect(() => firstPageDrawn(), []);
  return <RouterProvider router={router} />;
}
