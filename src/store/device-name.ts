/** What a person will know a device by in their list of devices, when they have not named it themselves. */

const devices: readonly (readonly [RegExp, string])[] = [
  [/iPad/, "iPad"],
  [/iPhone/, "iPhone"],
  [/Android.*Mobile/, "Android phone"],
  [/Android/, "Android tablet"],
  [/CrOS/, "Chromebook"],
  [/Mac OS X/, "Mac"],
  [/Windows/, "Windows computer"],
  [/Linux/, "Linux computer"],
];

const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, "Edge"],
  [/Firefox\//, "Firefox"],
  [/Chrom(e|ium)\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const nameIn = (names: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
  names.find(([shape]) => shape.test(text))?.[1];

/** For example "Android phone, Chrome". */
export function deviceName({ userAgent }: Pick<Navigator, "userAgent">): string {
  const parts = [nameIn(devices, userAgent) ?? "Computer", nameIn(browsers, userAgent)];
  return parts.filter((part) => part !== undefined).join(", ");
}
