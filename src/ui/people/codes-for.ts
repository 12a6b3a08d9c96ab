/**
 * Sign-in codes to print: for whom, and the codes once they are made. Within this tab only and never kept, since a new code
 * puts an unused one out of use: going back and forth shows the same sheet.
 */
import { create } from "zustand";
import type { SignInCode } from "#model/wire/api.ts";
import type { PersonId } from "#model/id.ts";
import type { Outcome } from "#model/outcome.ts";
import { createCodes } from "#store/people.ts";

interface CodesFor {
  readonly people: readonly PersonId[];
  /** Undefined until the server has answered. */
  readonly codes: Outcome<readonly SignInCode[]> | undefined;
  /** Chooses people and makes a code for each. */
  readonly makeFor: (people: readonly PersonId[]) => void;
}

/** The sheet of this tab. */
export const useCodesFor = create<CodesFor>((set, get) => ({
  people: [],
  codes: undefined,
  makeFor: (people) => {
    set({ people, codes: undefined });
    void createCodes(people).then((codes) => {
      if (get().people === people) set({ codes });
    });
  },
}));
