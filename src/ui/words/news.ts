/** Words of the marks that say what is new. */

/** Since one last looked. */
export const news = {
  isNew: "New",
  isChanged: "Changed",
  changedSince: "Changed since you last looked",
  count: (number: number) => `${number} new`,
} as const;
