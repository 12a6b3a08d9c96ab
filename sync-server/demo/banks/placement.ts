/** Placement: being new in somebody else's workplace. */
import type { Bank } from "#server/demo/story.ts";

export const placement: Bank = {
  objectives: [
    ["Do well on placement", "Turn up, join in, ask, and be asked back."],
    ["Find out if this is the job for me", "Good days and dull days both count."],
  ],
  targets: [
    {
      what: "Get to placement by myself",
      why: "Mum can’t drive me for ever.",
      howWeKnow: "Three times on time.",
      support: "A practice run on a Sunday.",
      steps: ["Look it up", "Practise", "Three times"],
      ends: [
        ["reached", "Three times, once in fog."],
        ["partly", "Twice. The third bus never came."],
      ],
    },
    {
      what: "Learn everyone’s name by Friday",
      why: "I call them all ‘mate’.",
      howWeKnow: "I can say who does what.",
      support: "A drawing of the place with names on.",
      steps: ["Three", "Six", "Everyone"],
      ends: [
        ["reached", "Everyone, and the dog."],
        ["partly", "Six, and four mates."],
      ],
    },
    {
      what: "Find the next job without being told",
      why: "I stand about.",
      howWeKnow: "The supervisor says so.",
      support: "A list of five things that always need doing.",
      steps: ["Get the list", "Use it", "Lose it"],
      ends: [
        ["reached", "The supervisor said so, twice."],
        ["not-yet", "Found the kettle, which is a start."],
      ],
    },
    {
      what: "Keep my placement diary",
      why: "It’s half the marks.",
      howWeKnow: "Something for each day.",
      support: "Speak it on the way home.",
      steps: ["Day one", "Week one", "Week two"],
      ends: [
        ["reached", "Every day."],
        ["partly", "The gaps are days off."],
      ],
    },
    {
      what: "Ask for feedback and write it down",
      why: "I only remember the bad bits.",
      howWeKnow: "Two good things and one to work on.",
      support: "Card with the question on it.",
      steps: ["Ask", "Write it", "Do the one"],
      ends: [
        ["reached", "Asked, wrote, did."],
        ["changed", "The supervisor wrote a letter instead. It was lovely."],
      ],
    },
  ],
  entries: {
    few: [
      ["got my own hi vis"],
      ["stock take"],
      ["Asked for more to do"],
      ["met the big boss"],
      ["swept the yard"],
      ["rained, stayed in"],
      ["they know my name now"],
      ["placement day 1"],
      ["made the tea, everyone"],
      ["feet hurt"],
      ["boss is sound"],
      ["left on time"],
      ["they let me do it!"],
      ["quiet day"],
      ["got there early"],
    ],
    plain: [
      ["My hands were the right size for something nobody else could reach."],
      ["Somebody brought biscuits because it’s Thursday. That’s the rule."],
      ["Watched how they answer when a customer’s cross."],
      ["Carried the ladder round a corner without hitting anything."],
      ["They asked which days I’d like next month. Me!"],
      ["Got sent home early for being ill, and they rang to see if I was alright."],
      ["Wrote my name on the rota myself."],
      ["Asked what the beeping was.", "Nobody knew. They look it up now."],
      ["Did a whole afternoon without checking my phone."],
      ["Was shown the short cut with the key code."],
      ["Everyone knew where to stand except for me, and then by dinner I did."],
      ["Signed in, hi-vis on, two hours of induction.", "Where the alarm is, who the first-aider is."],
      ["They gave me a locker with my name on."],
      ["Ate my lunch with the others instead of in the van."],
      ["Made a mistake and owned up. The boss said ‘good, now I know’."],
      ["Answered the door to a delivery and signed for it."],
      ["My visit from school: ten minutes, all good."],
      ["Did the boring job properly and they noticed."],
      ["Somebody’s leaving, so there’s a job going. I’m too young by four months."],
      ["Learned that break is fifteen minutes and they mean fifteen."],
    ],
    full: [
      [
        "My supervisor’s been there for thirty-one years. At break I asked her what it was like when she started, and she talked until the tea was cold. She’d been sixteen, and she was frightened of the boss, and the boss was her now-husband’s mum.",
      ],
      [
        "I got something wrong which cost them money. Not a lot, but some. I thought they’d ask me not to come back. What they did was to show me the drawer where they keep the mistakes of everybody who works there, with the dates on.",
        "Everyone’s got one in the drawer.",
      ],
      [
        "I was sent to get a ‘long weight’. I’d been warned about that one. I went for a nice walk, came back after twenty minutes and said they’d only got short ones left. They all cheered. I think I’m in.",
        "You can be in on the joke.",
      ],
      [
        "It was slow today and nobody had time for me, so I watched. It’s odd how much there is to see when you’re not doing: who asks whom, who never stops, who makes it all work without saying anything. It’s the lady in the office.",
      ],
      [
        "Told the supervisor that I can’t read fast and would rather be told. I thought she’d be funny about it. She said ‘right’ and has told me everything since, twice if I look blank.",
        "Say it on day one next time.",
      ],
    ],
  },
};
