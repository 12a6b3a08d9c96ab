/** What stands around every page: routing for links of the kit, news, the offer of an update, arrival. */
import { useEffect } from "react";
import { RouterProvider } from "react-aria-components";
import { Outlet, ScrollRestoration, useNavigate } from "react-router";
import type { Location } from "react-router";
import { Announcer } from "#ui/kit/overlay/Announcer.tsx";
import { watchSecondTaps } from "#ui/kit/overlay/second-tap.ts";
import { LateToasts } from "./LateToasts.tsx";
import { UpdateOffer } from "./UpdateOffer.tsx";
import { useArrival } from "./use-arrival.ts";
import "./shell.css";

/** What a place in the tab's history is known by. The page a tab is opened at has no key of its own: each address counts as another. */
const placeOf = ({ key, pathname, search }: Location): string =>
  key === "default" ? `${key} ${pathname}${search}` : key;

/** Once on every page. */
export function Root() {
  const navigate = useNavigate();
  useArrival();
  useEffect(watchSecondTaps, []);
  return (
    <RouterProvider navigate={(to) => void navigate(to)}>
      <UpdateOffer />
      <Outlet />
      <Announcer />
      <LateToasts />
      <ScrollRestoration getKey={placeOf} />
    </RouterProvider>
  );
}
