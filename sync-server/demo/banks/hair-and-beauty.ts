/** Hair and beauty: basins, dolls, clients and patch tests. */
import type { AreaBank } from "#server/demo/story.ts";

export const hairAndBeauty: AreaBank = {
  objectives: [
    ["Work on real clients", "From the door to the mirror at the end."],
    ["Know skin, hair and what goes on it", "So that nobody is ever hurt."],
    ["Find my own style", "A book of ten looks I can do without thinking."],
  ],
  targets: [
    {
      what: "Plait four ways",
      why: "Clients ask and I only know one.",
      howWeKnow: "Four photos in my book.",
      support: "Slow videos, and a doll to take home.",
      steps: ["French", "Dutch", "Fishtail", "Waterfall"],
      ends: [
        ["reached", "All four, and a fifth that has no name."],
        ["partly", "Three. The waterfall still drips."],
      ],
    },
    {
      what: "Do a manicure inside 45 minutes",
      why: "It’s how long they pay for.",
      howWeKnow: "Timer and a smooth finish.",
      support: "Trolley laid out in order.",
      steps: ["File and soak", "Cuticles", "Polish in three strokes"],
      ends: [
        ["reached", "43 minutes, no smudge."],
        ["not-yet", "Beautiful, and an hour and ten."],
      ],
    },
    {
      what: "Patch test every single time",
      why: "Somebody’s eye swelled up once.",
      howWeKnow: "Record card filled, every client.",
      support: "Cards live on the mirror.",
      steps: ["Know why", "Do it", "Write it"],
      ends: [
        ["reached", "Fourteen clients, fourteen cards."],
        ["partly", "Always done, sometimes not written."],
      ],
    },
    {
      what: "Talk to a client for ten minutes",
      why: "I go silent and it’s awkward.",
      howWeKnow: "I know three things about them.",
      support: "Five questions to have up my sleeve.",
      steps: ["Listen to Leanne", "Two questions", "Ten minutes"],
      ends: [
        ["reached", "She booked in again."],
        ["changed", "Some clients like quiet. Now the target is to ask which."],
      ],
    },
    {
      what: "Cut a one-length bob, level",
      why: "It’s the exam cut.",
      howWeKnow: "Ruler under the line.",
      support: "Section clips and a low chair.",
      steps: ["Sections", "Guide line", "Check from the front"],
      ends: [
        ["reached", "Ruler-straight."],
        ["partly", "Level at the back, optimistic at the sides."],
      ],
    },
    {
      what: "Set up and clear down my station",
      why: "I borrow everybody’s combs.",
      howWeKnow: "Photo before and after.",
      support: "Outline of each tool on the mat.",
      steps: ["Lay out", "Sterilise", "Clear"],
      ends: [
        ["reached", "Not one comb borrowed."],
        ["not-yet", "Two combs. Ask Leanne which."],
      ],
    },
  ],
  comments: [
    "Lovely sections. The cut is half done when they’re that clean.",
    "You asked if the water was right for her. She’ll come back for that.",
    "Good posture today. Your back will thank you at forty.",
    "Gloves first, then bottle. You remembered.",
    "That blend is really soft. Well done.",
    "Step back and look in the mirror more often.",
  ],
  entries: {
    few: [
      ["washed 6 heads"],
      ["plait fell out"],
      ["did my friends nails"],
      ["swept hair lol"],
      ["got a tip!!"],
      ["fringe = scary"],
      ["Rollers, 22 of them"],
      ["towels, towels"],
      ["learned foils"],
      ["contour looked like mud"],
      ["mixed the right colour"],
      ["brows, both the same"],
      ["client said thanks love"],
    ],
    plain: [
      ["Did a French plait on a doll with my eyes closed, for a bet."],
      [
        "We looked at hair under the microscope. Mine’s like a pine cone.",
        "Conditioner lays the scales flat.",
      ],
      ["Practised cornrows on Leah with Leanne telling me what to do."],
      ["Threading. My client didn’t flinch but I did."],
      ["Made a mood board of greens for the spring show."],
      ["Wrapped a perm and every rod was straight."],
      ["Held the mirror for the back, and she cried in a good way."],
      ["Learned that red fades first.", "Cold water keeps it longer."],
      ["Answered the salon phone and wrote the booking in the right week."],
      ["Did my aunty’s henna for the wedding, both hands, four hours."],
      ["A little boy’s first haircut. We kept a curl in an envelope."],
      ["Patch-tested everyone behind the ear."],
      ["Mixed foundation for six different skins and got five.", "Check it on the jaw, by the window."],
      ["Gel polish wrinkled because I’d put it on too thick."],
      ["We did massage of hands and forearms and the whole room went sleepy."],
      ["Tidied the colour cupboard by number."],
    ],
    full: [
      [
        "A lady came in who hadn’t been out since her operation. She didn’t want it short, but it had to be. We did it a little at a time, and at each length we stopped and she looked. At the end she said that she looked like her mother, and then that it was a good thing.",
        "Stop and let them look.",
      ],
      [
        "I got a colour wrong. It was meant to be caramel and came out like a traffic cone. I told Leanne straight away instead of rinsing and hoping. We put an ash over it and it was lovely, and I wrote all the numbers down.",
        "Tell someone while there’s still time.",
      ],
      [
        "Prom-hair day at school. Eleven heads, one after the other, and I did not look up once. When I did, there were eleven people who stood differently from how they’d come in.",
      ],
      [
        "Skin theory: layers, nerves, what oil does. I thought I’d hate it, but now I look at everyone on the bus and think about their barrier.",
        "You can do more harm by scrubbing than by leaving it.",
      ],
      [
        "Someone asked for a hijab-friendly style for under a scarf, flat on top with no pins at the back. I’d never been asked. My cousin sat for me at home, and I tried four, and wore each for a day to see where it hurt.",
        "Wear it before you sell it.",
      ],
      [
        "I cut a fringe a bit too short and wanted the floor to open. The client said hair grows. I’m going to remember that she was the kind one.",
      ],
    ],
  },
};
