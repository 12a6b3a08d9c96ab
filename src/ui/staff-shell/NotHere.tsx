/** A thing the address names that is not on this device. */
import { useNavigate } from "react-router";
import { Notice } from "#ui/shell/Broken.tsx";
import { usePageTitle } from "#ui/shell/use-page-title.ts";
import { everywhere } from "#ui/words/everywhere.ts";

/** Says so, and leads back to one's own start screen. */
export function NotHere({ title, words }: { title: string; words: string }) {
  const navigate = useNavigate();
  usePageTitle(title);
  return <Notice title={title} words={words} action={everywhere.back} onAction={() => void navigate("/")} />;
}
