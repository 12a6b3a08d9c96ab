/** Going back as the browser's own button does, or home from a page that was opened by its address. */
import { useNavigate } from "react-router";

const cameFromHere = (state: unknown): boolean =>
  typeof state === "object" &&
  state !== null &&
  "idx" in state &&
  typeof state.idx === "number" &&
  state.idx > 0;

/** One step back; never out of the app. */
export function useBack(): () => void {
  const navigate = useNavigate();
  return () => void (cameFromHere(history.state) ? navigate(-1) : navigate("/", { replace: true }));
}
