/** Childcare: nurseries, play, snack time and the writing that goes with them. No child is named. */
import type { AreaBank } from "#server/demo/story.ts";

export const childcare: AreaBank = {
  objectives: [
    ["Plan play that has a reason", "Know what a child gets from it, and what I’ll look for."],
    ["Keep children safe without fuss", "See it early, move slowly, tell the right person."],
    ["Understand how children grow", "From babies to school, and what comes before what."],
  ],
  targets: [
    {
      what: "Lead circle time with a song",
      why: "I mime when others sing.",
      howWeKnow: "Children join in by the second verse.",
      support: "Start with two children and a puppet.",
      steps: ["Learn two songs", "Two children", "Whole circle"],
      ends: [
        ["reached", "They asked for the puppet by name."],
        ["partly", "Lovely with four. The big circle comes next."],
      ],
    },
    {
      what: "Set up a play corner they use",
      why: "Mine stayed empty.",
      howWeKnow: "Four children, ten minutes.",
      support: "Watch first where they really go.",
      steps: ["Watch", "Change one thing", "Watch again"],
      ends: [
        ["reached", "Queue for the shoe shop."],
        ["not-yet", "Pretty, but too tidy to touch. We laughed about it."],
      ],
    },
    {
      what: "Change a nappy start to finish by the policy",
      why: "It’s part of the job.",
      howWeKnow: "Signed off.",
      support: "Two on a doll, then with the room leader there.",
      steps: ["Read the policy", "Doll", "With the leader"],
      ends: [
        ["reached", "Signed, gloves and all."],
        ["partly", "Kind and calm; remember the log at the end."],
      ],
    },
    {
      what: "Calm a child without picking them up",
      why: "I have a bad back and they get heavy.",
      howWeKnow: "Room leader sees it twice.",
      support: "Three ways on a card.",
      steps: ["Get low", "Name the feeling", "Offer a choice"],
      ends: [
        ["reached", "Twice in one morning."],
        ["partly", "Getting low works. The choice came too soon."],
      ],
    },
    {
      what: "Write a risk check for a trip to the park",
      why: "You can’t go without one.",
      howWeKnow: "The leader changes less than three things.",
      support: "Last year’s to compare, afterwards.",
      steps: ["Walk the route", "Write", "Swap and check"],
      ends: [
        ["reached", "One change: bring more wipes."],
        ["changed", "The trip moved to the library, so we did that instead."],
      ],
    },
    {
      what: "Tell a parent one good thing",
      why: "I only nod at them.",
      howWeKnow: "Three parents in one week.",
      support: "Write it on my hand.",
      steps: ["Choose it", "Say it", "Three in a week"],
      ends: [
        ["reached", "Five, in the end."],
        ["not-yet", "One. It was a good one."],
      ],
    },
  ],
  comments: [
    "You got down to their level before you spoke. That’s everything.",
    "Lovely clear observation. I could see the child.",
    "The room was calmer because you were.",
    "Good call on the wet floor. You told us straight away.",
    "Next time, wait a bit longer before you help. Count to ten.",
    "Parents asked who you were, in a good way.",
  ],
  entries: {
    few: [
      ["sang. badly"],
      ["paint on everything"],
      ["snack time 12 kids"],
      ["they like me"],
      ["washed 40 cups"],
      ["Made playdough, purple"],
      ["one cried, I helped"],
      ["read 3 books"],
      ["outside all day, cold"],
      ["did my first aid bit"],
      ["sleep room, so quiet"],
      ["puppet show"],
      ["lost a shoe. found it"],
    ],
    plain: [
      ["We set up the water tray and I stayed dry for about a minute."],
      ["Did a jigsaw with a girl who puts the edges in last.", "There isn’t one right way."],
      ["Cut up fruit for snack. Grapes go longways in four.", "Round things are the dangerous ones."],
      ["Learned a song in Polish from one of the mums."],
      ["Tidy-up time with a drum. They’re faster than us."],
      ["I was a horse for twenty minutes."],
      ["Sat with a little boy at drop-off until he waved."],
      [
        "We did ages and stages and I put the cards in the wrong order, and then they made sense.",
        "Pointing comes before talking.",
      ],
      ["Made a den from a sheet and six pegs."],
      ["Checked the garden before they came out: two snails, one broken bucket."],
      ["A child told me a secret about a dinosaur."],
      ["Helped at tea: pasta, and then pasta on the floor."],
      ["Practised the evacuation with the big cot on wheels."],
      [
        "I wrote up the accident book for a bumped chin.",
        "Say what you saw and what you did, not who did it.",
      ],
      ["Rain, so puddles."],
      ["Mrs Whitaker showed us baby signing. Milk looks like squeezing."],
    ],
    full: [
      [
        "One of the twos bit another and everyone went loud. I moved slowly on purpose. I looked after the one who was bitten first, and then I sat with the biter, who was more upset than anybody. He hasn’t got the words yet, so he uses what he’s got.",
        "Biting is talking, sort of.",
      ],
      [
        "I planned finger painting and they all wanted to wash the brushes instead. I nearly stopped them. Then I thought, well, they’re pouring, they’re sharing, they’re taking turns. So my plan was in the bin and my activity was brilliant.",
        "Follow them.",
      ],
      [
        "Visited a primary school to see where our children go next. The chairs are so much bigger. I’m going to put that in the moving-up book, a photo of a chair with a teddy on it for size.",
      ],
      [
        "I found it hard today because a dad was short with me at the gate. The room leader said he had been up all night with the baby. I’d thought it was about me.",
        "You only see the last five minutes of anybody’s night.",
      ],
      [
        "We talked about who you tell if you’re worried about a child. I knew the answer for the test, but Mrs Whitaker made us say it out loud to each other, with the name, as if it was real. It felt different.",
      ],
      [
        "There is a girl who lines up every car by colour. I used to think she was lonely. Today I put one red car down near her, not in her line. After ages she put it in the line, and then she looked at me.",
        "Join the game, don’t change it.",
      ],
    ],
  },
};
