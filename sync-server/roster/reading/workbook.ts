/** Tells the files of spreadsheet programs from lists: they are often chosen instead, sometimes under a list's name. */

/** True for a workbook of Excel, old or new, or of an office that is free; by how it begins, whatever it is called. */
export function isWorkbook(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096));
  const isOld = head.subarray(0, 8).equals(Buffer.from("d0cf11e0a1b11ae1", "hex"));
  const isZip = head.subarray(0, 2).toString("latin1") === "PK";
  return (
    isOld ||
    (isZip && [/\[Content_Types\]\.xml/, /opendocument/].some((sign) => sign.test(head.toString("latin1"))))
  );
}
