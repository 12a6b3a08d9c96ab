/** Several things in one sentence. */
const format = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** "Farida, Gaz and Sam"; empty for no names. */
export const sayList = (names: readonly string[]): string => format.format(names);

/** "1 thing", "3 things". */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;
