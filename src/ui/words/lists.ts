/** Several things in one sentence. */

/** Made when first used, as with dates. */
let format: Intl.ListFormat | undefined;

/** "Farida, Gaz and Sam"; empty for no names. */
export function sayList(names: readonly string[]): string {
  format ??= new Intl.ListFormat("en-GB", { type: "conjunction" });
  return format.format(names);
}

/** "1 thing", "3 things". */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;
