/** English: reading, writing and speaking for work and life. */
import type { Bank } from "#server/demo/story.ts";

export const english: Bank = {
  objectives: [
    ["Write so that it works first time", "Messages, forms and a letter that gets an answer."],
    ["Read what my work needs", "Instructions, labels, rules."],
    ["Speak to people I don’t know", "On the phone, at a counter, in an interview."],
  ],
  targets: [
    {
      what: "Write a text to my boss I’m not ashamed of",
      why: "I put ‘c u 2moro’ to the manager.",
      howWeKnow: "Mrs Barr would send it herself.",
      support: "Three example texts on the wall.",
      helper: "Denise Barr",
      steps: ["Late", "Ill", "Thank you"],
      ends: [
        ["reached", "All three, polite and short."],
        ["partly", "Late and ill are fine. Thank you was harder."],
      ],
    },
    {
      what: "Read instructions to the end before I start",
      why: "I stop at number three.",
      howWeKnow: "Nothing done twice.",
      support: "Finger, ruler or overlay, whatever works.",
      steps: ["Cover and slide", "Tick each one", "Tell it back"],
      ends: [
        ["reached", "Told it back without looking."],
        ["not-yet", "Number five is the new number three."],
      ],
    },
    {
      what: "Learn my twenty words",
      why: "I spell them six ways.",
      howWeKnow: "Eighteen of twenty, twice.",
      support: "Ten on each side of a bookmark.",
      steps: ["Ten", "Twenty", "In a sentence"],
      ends: [
        ["reached", "Nineteen, then twenty."],
        ["partly", "Fourteen. Necessary isn’t one of them."],
      ],
    },
    {
      what: "Talk for two minutes about my work",
      why: "There’s a test, and interviews.",
      howWeKnow: "Two minutes without ‘like’ every second.",
      support: "Five pictures instead of notes.",
      steps: ["One minute to the wall", "To a friend", "To the group"],
      ends: [
        ["reached", "Two minutes ten."],
        ["changed", "Recorded it instead of standing up. It counts."],
      ],
    },
    {
      what: "Finish one book I chose",
      why: "Never have.",
      howWeKnow: "I tell someone the end.",
      support: "Audio and paper together.",
      steps: ["Choose", "Half", "The end"],
      ends: [
        ["reached", "Finished. Wants the next one."],
        ["partly", "Two thirds, and still going."],
      ],
    },
  ],
  entries: {
    few: [
      ["read a whole chapter"],
      ["learnt 5 words"],
      ["wrote to the council"],
      ["Rang the dentist myself"],
      ["my cv is done"],
      ["did apostrophes again"],
      ["told a story to the group"],
      ["spelling test 14"],
      ["wrote a email"],
      ["read 2 pages"],
      ["did my speech!"],
      ["commas are annoying"],
      ["Got my words card"],
      ["filled in form"],
      ["poem was ok"],
    ],
    plain: [
      ["Did a crossword with Mrs Barr in four minutes and she only cheated once."],
      ["We swapped instructions for making toast. Mine set it on fire."],
      ["Looked up a word instead of skipping it.", "Adjacent is just next to."],
      ["Practised saying my surname for the phone, letter by letter."],
      ["My review of the canteen chips is up on the wall."],
      ["Read with a Year 7 at lunch, and he did the voices."],
      ["Filled in the passport form without one crossing-out."],
      ["Wrote captions for the photo board."],
      ["I can skim now. Headings first, and then the bit I need."],
      ["We listened to three accents and guessed wrong on all of them."],
      ["Wrote a complaint about a pretend toaster. I got a pretend refund."],
      ["Mrs Barr read my paragraph out and didn’t say whose it was. I knew."],
      ["Two kinds of there/their/they’re right, one wrong.", "They’re is they are. Say it long to check."],
      ["Listened to the audiobook on the bus and forgot to get off."],
      ["We rang each other from two rooms to practise."],
      ["My letter came back with an answer!"],
      ["Read a label from the supermarket as if it was a mystery."],
      ["Used the reading pen and nobody stared."],
      ["Wrote down my mum’s recipe in two languages."],
      ["I put full stops in afterwards, like seeds."],
    ],
    full: [
      [
        "I had to write to the landlord for my mum about the damp. She told me and I wrote. We left out the rude part, and put in the dates. He’s sending somebody on Monday.",
        "Dates make people move.",
      ],
      [
        "I found the book I was read when I was small in the charity shop. It’s got about nine words on each page. I bought it and read it to nobody in the bus shelter, out loud, and it took two minutes, and I felt fine all day.",
      ],
      [
        "We had to describe our own street to someone who can’t see it. I walked home slowly on purpose. I’ve lived there eleven years and I’d never noticed there’s a boot scraper by every door.",
        "Look first and then write.",
      ],
      [
        "I don’t usually like poems, but this one had a bus in it, and rain, and someone’s nan. I wrote one back. It doesn’t rhyme. Mrs Barr says it doesn’t have to.",
        "It can sound like me.",
      ],
      [
        "My interview practice was awful for a minute. I forgot my own address. Then they asked what I’d done this week and I talked and talked.",
        "Have a story ready, not an answer.",
      ],
    ],
  },
};
