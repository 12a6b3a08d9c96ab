/** How somebody looks at their caseload: remembered on this device, and nothing of any learner in it. */
import { create } from "zustand";
import { persist } from "zustand/middleware";
import { caseloadFilters } from "#model/views/caseload-filters.ts";
import type { CaseloadFilter } from "#model/views/caseload-filters.ts";

interface CaseloadView {
  readonly filter: CaseloadFilter;
  readonly setFilter: (filter: CaseloadFilter) => void;
}

const isFilter = (kept: unknown): kept is CaseloadFilter => caseloadFilters.some((filter) => filter === kept);

/** The filter chosen last; everyone, at first. */
export const useCaseloadView = create<CaseloadView>()(
  persist((set) => ({ filter: "everyone", setFilter: (filter) => set({ filter }) }), {
    name: "waymark-caseload",
    partialize: ({ filter }) => ({ filter }),
    merge: (kept, fresh) => {
      const filter: unknown = kept && typeof kept === "object" && "filter" in kept ? kept.filter : undefined;
      return isFilter(filter) ? { ...fresh, filter } : fresh;
    },
  }),
);
