/** Finding in the log: by words, by what it is about, by target. */
import { SearchField } from "#ui/kit/fields/SearchField.tsx";
import { FilterButton } from "#ui/kit/press/FilterButton.tsx";
import type { LearnerId } from "#model/id.ts";
import { openTargets } from "#model/views/journey.ts";
import { strands } from "#model/kinds/strand.ts";
import { useMyRoad } from "#ui/plan/use-my-road.ts";
import { useStrandLook } from "#ui/strand/StrandTile.tsx";
import { everywhere } from "#ui/words/everywhere.ts";
import { log } from "#ui/words/log.ts";
import type { LogFilter } from "./log-days.ts";

export type LogFiltersProps = {
  readonly learner: LearnerId;
  readonly filter: LogFilter;
  readonly onChange: (filter: LogFilter) => void;
};

/** One strand and one target at most apply at a time. */
export function LogFilters({ learner, filter, onChange }: LogFiltersProps) {
  const look = useStrandLook(learner);
  const road = useMyRoad(learner);
  return (
    <section className="log-find" aria-label={log.findIn}>
      <SearchField
        label={log.findIn}
        clearLabel={everywhere.clear}
        value={filter.words}
        onChange={(words) => onChange({ ...filter, words })}
      />
      <fieldset className="flts" aria-label={log.filters}>
        {strands.map((strand) => (
          <FilterButton
            key={strand}
            isSelected={filter.strand === strand}
            onChange={(isOn) => onChange({ ...filter, strand: isOn ? strand : undefined })}
          >
            {look(strand).word}
          </FilterButton>
        ))}
        {road &&
          openTargets(road.records).map(({ id, value }) => (
            <FilterButton
              key={id}
              isSelected={filter.target === id}
              onChange={(isOn) => onChange({ ...filter, target: isOn ? id : undefined })}
            >
              <bdi>{value.what}</bdi>
            </FilterButton>
          ))}
      </fieldset>
    </section>
  );
}
