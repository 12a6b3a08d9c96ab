/** The app: its routes, and the session they stand on. */
import { useEffect, useState } from "react";
import { RouterProvider } from "react-router/dom";
import { flushWhenHidden } from "./open-editors.ts";
import { createRouter } from "./routes.tsx";
import { beginSession } from "./session/session.ts";

/** The whole app. */
export function App() {
  const [router] = useState(createRouter);
  useEffect(() => {
    void beginSession();
    return flushWhenHidden();
  }, []);
  return <RouterProvider router={router} />;
}
