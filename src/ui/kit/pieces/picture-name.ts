/** How a drawing presents itself to screen readers: as one picture with a name, or not at all. */

/** The attributes of a named picture; without a name the drawing is decoration beside words. */
export function pictureName(name: string | undefined) {
  if (name === undefined) return { "aria-hidden": true } as const;
  return { role: "img", "aria-label": name } as const;
}
