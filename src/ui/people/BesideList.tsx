/** What stands beside a list opens and closes without taking the list from where it was. */
import type { ReactNode } from "react";
import { RouterProvider } from "react-aria-components";
import { useNavigate } from "react-router";

/** The list itself, and somebody of it. */
const isBeside = (address: string): boolean => /^\/people(?:\?person=|$)/.test(address);

/** Links inside lead as everywhere; those to somebody of the list leave the page where it is scrolled to. */
export function BesideList({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  return (
    <RouterProvider navigate={(to) => void navigate(to, { preventScrollReset: isBeside(to) })}>
      {children}
    </RouterProvider>
  );
}
