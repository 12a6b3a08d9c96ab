/** The app: its routes. The session they stand on is begun before, in `main.tsx`. */
import { useEffect, useState } from "react";
import { RouterProvider } from "react-router/dom";
import { flushWhenHidden } from "./open-editors.ts";
import { createRouter } from "./routes.tsx";

/** The whole app. */
export function App() {
  const [router] = useState(createRouter);
  useEffect(() => flushWhenHidden(), []);
  return <RouterProvider router={router} />;
}
