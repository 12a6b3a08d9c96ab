/** A heading that opens what is under it. */
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import {
  Button,
  Disclosure as AriaDisclosure,
  DisclosurePanel,
  Heading,
  type DisclosureProps as AriaProps,
} from "react-aria-components";
import { Icon } from "./Icon.tsx";

type DisclosureProps = Pick<AriaProps, "defaultExpanded" | "isExpanded" | "onExpandedChange" | "id"> & {
  readonly title: ReactNode;
  readonly level?: 2 | 3 | 4;
  readonly children: ReactNode;
};

/** Opens and closes by press, Enter or Space; find-in-page opens it too. */
export function Disclosure({ title, level = 3, children, ...state }: DisclosureProps) {
  return (
    <AriaDisclosure {...state} className="more">
      <Heading level={level}>
        <Button slot="trigger" className="more-head">
          <span>{title}</span>
          <Icon of={ChevronDown} />
        </Button>
      </Heading>
      <DisclosurePanel className="more-body">{children}</DisclosurePanel>
    </AriaDisclosure>
  );
}
