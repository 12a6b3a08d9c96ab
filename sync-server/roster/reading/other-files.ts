/**
 * Tells files that are no list from lists: workbooks, letters, photos and PDF are often chosen instead, sometimes
 * under a list's name. Looks at how a file begins and which parts it names, whatever it is called.
 */

/** `workbook` for one of Excel, old or new, or of a free office; `not-a-list` for a picture or any other document. */
export function otherFileOf(bytes: Uint8Array): "workbook" | "not-a-list" | undefined {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = whole.subarray(0, 4096).toString("latin1");
  if (unlike.some((start) => start.test(head))) return "not-a-list";
  if (head.startsWith(oldOffice)) return whole.includes(oldLetter) ? "not-a-list" : "workbook";
  if (!head.startsWith("PK")) return undefined;
  if (/opendocument\.(?:text|presentation|graphics)/.test(head)) return "not-a-list";
  if (/opendocument/.test(head)) return "workbook";
  if (!/\[Content_Types\]\.xml/.test(head)) return undefined;
  return ["word/document.xml", "ppt/presentation.xml"].some((part) => whole.includes(part))
    ? "not-a-list"
    : "workbook";
}

/** PDF, PNG, JPEG, GIF, WebP, and the photos and films of phones. */
const unlike = [/^%PDF-/, /^\x89PNG/, /^\xff\xd8\xff/, /^GIF8/, /^RIFF.{4}WEBP/s, /^.{4}ftyp/s];
const oldOffice = Buffer.from("d0cf11e0a1b11ae1", "hex").toString("latin1");
/** What an old letter calls its part that holds the words. */
const oldLetter = Buffer.from("WordDocument", "utf16le");
