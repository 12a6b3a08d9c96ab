/** A link as a picture that a camera reads, made on this device. */
import { encode } from "uqr";
import { pictureName } from "#ui/kit/pieces/picture-name.ts";

/** Black on white in either theme, since cameras need it; the quiet margin is part of it. */
export function QrPicture({ link, label }: { link: string; label: string }) {
  const { data, size } = encode(link, { ecc: "M", border: 2 });
  const dark = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join("");
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} {...pictureName(label)} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={dark} fill="#000" />
    </svg>
  );
}
