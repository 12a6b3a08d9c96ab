/** The people whose sign-in codes are to be printed next; handed from one page to another within this tab, never kept. */
import { create } from "zustand";
import type { PersonId } from "#model/id.ts";

interface CodesFor {
  readonly people: readonly PersonId[];
  readonly choose: (people: readonly PersonId[]) => void;
}

/** Who is chosen. */
export const useCodesFor = create<CodesFor>((set) => ({ people: [], choose: (people) => set({ people }) }));
