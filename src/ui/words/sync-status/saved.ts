/** The status line: what is saved on this device, what waits and what was sent. */

/** What the device in the hand is called. */
export type DeviceWord = "phone" | "tablet" | "computer";

/** What is saved, what waits, what was refused: the status line. */
export const saved = {
  here: (device: DeviceWord) => `Saved on this ${device}`,
  waiting: (things: string) => `${things} waiting`,
  sending: "Sending",
  sent: (when: string) => `All sent ${when}`,
  signInAgain: "Can’t send: sign in again",
  refused: (refused: number) => `${refused} not sent`,
  asYouWrite: "Saved as you write",
  saving: "Saving",
  failed: "Not saved",
  coming: "Still coming",
  full: (device: DeviceWord) => `This ${device} is full`,
  fullNote: "What is saved is safe. What to do",
  cleared: "Not kept here any more",
  clearedNote: "What to do",
  fullWords: (device: DeviceWord) =>
    `This ${device} is full. What is saved on it is safe. Take videos or apps you do not need off it. Then it goes on by itself.`,
  waitingOne: "Waiting to send",
} as const;
