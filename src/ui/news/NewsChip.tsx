/** The mark beside what others brought or changed since one last looked; nothing where they did neither. */
import { Chip } from "#ui/kit/pieces/Chip.tsx";
import { news } from "#ui/words/news.ts";

/** What is new has not been looked at before, so that it is not also changed. */
export function NewsChip({ isNew = false, isChanged = false }: { isNew?: boolean; isChanged?: boolean }) {
  if (isNew) return <Chip tone="accent">{news.isNew}</Chip>;
  return isChanged ? <Chip tone="accent">{news.isChanged}</Chip> : null;
}
