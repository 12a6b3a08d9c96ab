/** What stands around every page: routing for links of the kit, news, the offer of an update, arrival. */
import { RouterProvider } from "react-aria-components";
import { Outlet, ScrollRestoration, useNavigate } from "react-router";
import { Announcer } from "#ui/kit/overlay/Announcer.tsx";
import { LateToasts } from "./LateToasts.tsx";
import { UpdateOffer } from "./UpdateOffer.tsx";
import { useArrival } from "./use-arrival.ts";
import "./shell.css";

/** Once on every page. */
export function Root() {
  const navigate = useNavigate();
  useArrival();
  return (
    <RouterProvider navigate={(to) => void navigate(to)}>
      <UpdateOffer />
      <Outlet />
      <Announcer />
      <LateToasts />
      <ScrollRestoration />
    </RouterProvider>
  );
}
