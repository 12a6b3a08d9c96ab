/** Words of steps that are written: those on the way to a target, and to where a learner wants to get to. */

export const stepWords = {
  step: (number: number) => `Step ${number}`,
  add: "Add a step",
  done: (step: string) => `Done: ${step}`,
  takeOut: (step: string) => `Take out: ${step}`,
} as const;
