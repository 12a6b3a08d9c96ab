/** Words of the first start. */
import type { organisationTypes } from "#model/kinds/organisation.ts";

export const setUpWords = {
  title: "Where would you like to start?",
  intro: "Nothing leaves this computer until you say so.",
  setUp: "Set up your organisation",
  setUpTime: "About ten minutes. You can stop and come back.",
  setUpSteps: [
    "Name it, and say who looks after it",
    "Bring in people from a file",
    "Check who sees whom",
    "Print sign-in codes",
  ],
  setUpGo: "Set up",
  demo: "Explore the demo school",
  demoWords: "Made-up learners, half a year of logs and reviews. Be a tutor, a learner or a provider.",
  demoGo: "Look round",
  loading: "Putting the demo school in. This takes a moment.",
  already: "Is your organisation here already?",
  join: "Join with a code",
  signIn: "Sign in",

  nameTitle: "Name it, and say who looks after it",
  nameIntro: "You become the administrator. You can add others later.",
  organisation: "What is your organisation called?",
  type: "What is it?",
  yourName: "Your name",
  userName: "Choose a user name",
  userNameHint: "Small letters, figures and dots, such as s.okoro",
  password: "Choose a password",
  passwordHint: "At least 8 letters, figures or signs. A few words are easy to remember.",
  goOn: "Go on: bring in people",
  back: "Back",
  missing: "Fill this in",

  token: "The code from the terminal",
  tokenHint: "Waymark printed a link when it started. Open that link, or put its last part here.",

  readyTitle: "This has been set up already",
  readyWords: "Sign in with your user name, or with the code you were given.",
  insecure:
    "This address is not safe to use. Ask for the address that begins with https, or use this on the computer itself.",
  demoTitle: "The demo school is ready",
  demoIntro: "Sign in as any of them. They all have the same password.",
  demoPassword: "Password",
  demoPeople: "People of the demo school",
  demoColumns: { name: "Name", role: "Who they are", userName: "User name" },
} as const;

/** What an organisation is. */
export const organisationTypeWords = {
  school: "School",
  college: "College",
  provider: "Training provider",
  employer: "Employer",
} as const satisfies Record<(typeof organisationTypes)[number], string>;
