/** Bytes as text, for documents that hold only JSON. Uses the browser's own conversion where it has one. */

interface NativeBytes {
  readonly toBase64?: () => string;
}
interface NativeArray {
  readonly fromBase64?: (text: string) => Uint8Array;
}

const chunkBytes = 8192;

/** The bytes as base64. */
export function bytesToText(bytes: Uint8Array): string {
  const native = (bytes as NativeBytes).toBase64;
  if (native) return native.call(bytes);
  let binary = "";
  for (let from = 0; from < bytes.length; from += chunkBytes)
    binary += String.fromCharCode(...bytes.subarray(from, from + chunkBytes));
  return btoa(binary);
}

/** The bytes that {@link bytesToText} wrote. */
export function textToBytes(text: string): Uint8Array {
  const native = (Uint8Array as NativeArray).fromBase64;
  if (native) return native.call(Uint8Array, text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
