/** Several things in one sentence. */

/** "Farida, Gaz and Sam"; empty for no names. */
export const sayList = (names: readonly string[]): string =>
  [names.slice(0, -1).join(", "), ...names.slice(-1)].filter((part) => part !== "").join(" and ");

/** "1 thing", "3 things". */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;
