/** What people write for nobody else. Ordinary worries and private gladness; nothing here is a disclosure. */

export const onlyMeWords: readonly string[] = [
  "I don’t think they like me, but I’m not sure who ‘they’ is.",
  "Didn’t want to come in today. Did.",
  "dad rang. first time since summer",
  "I miss my old school a bit. Not the school. The dinner lady.",
  "I fancy someone here and that’s all I am saying.",
  "we might be moving again",
  "I copied one answer. I feel bad about it.",
  "My cat is ill and I can’t concentrate.",
  "So happy I could burst, and no one to tell till later.",
  "Slept about three hours.",
  "I’m jealous of how easy it is for him.",
  "cant afford the trip. will say im busy",
  "Someone said something about my accent. I pretended I’d not heard.",
  "Grandma forgot my name for a second.",
  "I want to do this for ever and I’m scared I’ll be rubbish.",
  "had a row with mum, we made up",
  "I wore my new glasses. Three people said they suit me.",
  "its my birthday and i didnt tell anyone",
  "I think I might be good at this. Don’t want to jinx it.",
  "Cried at the film. In the dark, so fine.",
];
