/** Words of the page about oneself: who can see what, this device, taking one's record along. */
import type { TextSize, Theme } from "#ui/me/look.ts";

export const me = {
  title: "Me",
  userName: (userName: string) => `User name: ${userName}`,
  whoSees: "Who can see what",
  tutorSees: "Your plan, targets and reviews, and what you share from your log.",
  teamSees: "Your plan, targets and reviews. Not your log.",
  coordinatorSees: (organisation: string) => `Coordinators at ${organisation}`,
  providerSees: (organisation: string) => `Staff at ${organisation}`,
  onlyYou: "Only you",
  onlyYouSee: "What you keep as “only me” in your log.",
  devices: "My devices",
  devicesOffline: "You can see your devices when you have signal.",
  current: "This one",
  lastSeen: (when: string) => `Last used ${when}`,
  signOutDevice: "Sign it out",
  deviceOut: "Signed out",
  look: "How it looks",
  theme: "Light or dark",
  textSize: "Size of words",
  password: "Change my password",
  currentPassword: "Your password now",
  nextPassword: "Your new password",
  passwordChanged: "Your password is changed. Your other devices are signed out.",
  changeIt: "Change it",
  take: "Take my record with me",
  takeWords: "A file with everything of yours on this device. It is yours to keep.",
  takeNow: "Save the file",
  fileName: (name: string, day: string) => `waymark ${name} ${day}.json`,
  install: "Put it on my home screen",
  installed: "Waymark is on your home screen.",
  installNow: "Put it there",
  installWords: {
    ios: "In Safari, press the share sign. Then press “Add to Home Screen”.",
    android: "Press the three dots at the top. Then press “Add to Home screen”.",
    computer: "Look for the install sign at the end of the address line.",
  },
  signOut: "Sign out",
  signOutTitle: "Sign out of this device?",
  signOutWords: "Everything is sent first. Then your things are taken off this device.",
  signingOut: "Sending, then signing out",
  notAllSent: (things: string) => `${things} could not be sent`,
  notAllSentWords: "If you sign out now, these words are lost. Save them in a file, or wait for signal.",
  signOutAnyway: "Sign out and lose them",
} as const;

/** Light or dark. */
export const themeWords = {
  device: "Like my device",
  light: "Light",
  dark: "Dark",
} as const satisfies Record<Theme, string>;
/** How big words are. */
export const textSizeWords = { usual: "Usual", big: "Big", biggest: "Biggest" } as const satisfies Record<
  TextSize,
  string
>;
