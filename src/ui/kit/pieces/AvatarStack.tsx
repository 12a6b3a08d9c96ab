/** Several people side by side, overlapping. The words beside it name them. */
import { Avatar, type AvatarProps } from "./Avatar.tsx";

const MOST = 4;

/** Shows the first four people; decoration, so name them in words too. */
export function AvatarStack({
  people,
}: {
  people: readonly (Pick<AvatarProps, "name" | "photo" | "drawn"> & { id: string })[];
}) {
  return (
    <span className="stack" aria-hidden="true">
      {people.slice(0, MOST).map(({ id, ...person }) => (
        <Avatar key={id} {...person} />
      ))}
    </span>
  );
}
