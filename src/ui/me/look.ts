/** How the person likes their screens on this device: light or dark, and how big the words are. */
import { create } from "zustand";

/** Light, dark, or as the device is set. */
export const themes = ["device", "light", "dark"] as const;
/** One of {@link themes}. */
export type Theme = (typeof themes)[number];

/** How big words are, on top of the device's own setting. */
export const textSizes = ["usual", "big", "biggest"] as const;
/** One of {@link textSizes}. */
export type TextSize = (typeof textSizes)[number];

const percents = { usual: "100%", big: "125%", biggest: "150%" } as const satisfies Record<TextSize, string>;

/** What was chosen. */
export interface Look {
  readonly theme: Theme;
  readonly textSize: TextSize;
}

const kept = { theme: "waymark-theme", textSize: "waymark-text-size" } as const;

const read = (): Look => ({
  theme: themes.find((theme) => theme === localStorage.getItem(kept.theme)) ?? "device",
  textSize: textSizes.find((size) => size === localStorage.getItem(kept.textSize)) ?? "usual",
});

/** The look of this device's screens. */
export const useLook = create<Look>(() => read());

function show({ theme, textSize }: Look): void {
  const { dataset, style } = document.documentElement;
  if (theme === "device") delete dataset["theme"];
  else dataset["theme"] = theme;
  style.fontSize = percents[textSize];
}

/** Shows what was chosen before, and from now on each change. Called once, before the first screen. */
export function keepLook(): void {
  show(useLook.getState());
  useLook.subscribe((look) => {
    localStorage.setItem(kept.theme, look.theme);
    localStorage.setItem(kept.textSize, look.textSize);
    show(look);
  });
}
