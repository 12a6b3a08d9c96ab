/** An address that leads nowhere. */
import { useNavigate } from "react-router";
import { shell } from "#ui/words/shell.ts";
import { Notice } from "./Broken.tsx";
import { usePageTitle } from "./use-page-title.ts";

/** Says that nothing is lost, and leads home. */
export function NotFound() {
  const navigate = useNavigate();
  const { title, words, action } = shell.notFound;
  usePageTitle(title);
  return <Notice title={title} words={words} action={action} onAction={() => void navigate("/")} />;
}
