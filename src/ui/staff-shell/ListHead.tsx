/** The head of a page that is one long list: what it is, finding in it, and what else can be done. */
import { useRef } from "react";
import type { ReactNode } from "react";
import { SearchField } from "#ui/kit/fields/SearchField.tsx";
import { everywhere } from "#ui/words/everywhere.ts";
import { useSearchKey } from "./use-search-key.ts";

type ListHeadProps = {
  readonly title: string;
  /** Beside the title: of when or of whom the list is. */
  readonly about?: string;
  /** What the box for finding is called. */
  readonly find: string;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** Buttons after the box. */
  readonly children?: ReactNode;
};

/** The key / goes to the box. */
export function ListHead({ title, about, find, search, onSearch, children }: ListHeadProps) {
  const field = useRef<HTMLInputElement>(null);
  useSearchKey(field);
  return (
    <div className="case-head">
      <h1>
        {title}
        {about !== undefined && <small>{about}</small>}
      </h1>
      <SearchField
        label={find}
        clearLabel={everywhere.clear}
        value={search}
        onChange={onSearch}
        shortcut="/"
        inputRef={field}
      />
      {children}
    </div>
  );
}
