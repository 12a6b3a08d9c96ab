/** Going on by a button, in a place where a second tap must not count. */
import { useEffect, useRef } from "react";
import { useLocation, useNavigate } from "react-router";

/** Leads to an address of this app. A second tap that comes before the page does is none: Back would have to be pressed twice. */
export function useGoOnce(): (address: string) => void {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const here = `${pathname}${search}`;
  const goingTo = useRef(here);
  useEffect(() => {
    goingTo.current = here;
  }, [here]);
  return (address) => {
    if (goingTo.current === address) return;
    goingTo.current = address;
    void navigate(address);
  };
}
