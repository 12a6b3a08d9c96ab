/** Several people side by side, overlapping. The words beside it name them. */
import { Avatar, type AvatarProps } from "./Avatar.tsx";

/** Shows the first `most` people; decoration, so name them in words too. */
export function AvatarStack({
  people,
  most = 4,
}: {
  people: readonly (Pick<AvatarProps, "name" | "photo" | "drawn"> & { id: string })[];
  most?: number;
}) {
  return (
    <span className="stack" aria-hidden="true">
      {people.slice(0, most).map(({ id, ...person }) => (
        <Avatar key={id} {...person} />
      ))}
    </span>
  );
}
