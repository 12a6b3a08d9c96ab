/** A few views of one thing, one at a time. */
import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from "react-aria-components";

/** One view: its name and what it shows. */
export type TabView = { readonly id: string; readonly title: ReactNode; readonly body: ReactNode };

type TabsProps = {
  readonly label: string;
  readonly views: readonly TabView[];
  readonly selected?: string;
  readonly onSelect?: (id: string) => void;
};

/** Controlled with `selected` and `onSelect`, else it starts with the first view. */
export function Tabs({ label, views, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs
      {...(selected === undefined ? {} : { selectedKey: selected })}
      onSelectionChange={(key) => onSelect?.(String(key))}
    >
      <TabList aria-label={label} className="tabs-list">
        {views.map(({ id, title }) => (
          <Tab key={id} id={id} className="tab-head">
            {title}
          </Tab>
        ))}
      </TabList>
      {views.map(({ id, body }) => (
        <TabPanel key={id} id={id} className="tab-body">
          {body}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
