/** Joinery: what happens at a bench, on site and in the wood store. */
import type { AreaBank } from "#server/demo/story.ts";

export const joinery: AreaBank = {
  objectives: [
    ["Make things that stay together", "Joints, glue-ups and fixings that pass when somebody leans on them."],
    ["Build a stud wall and hang a door in it", "Start to finish, from the drawing."],
    ["Set out a job from a drawing", "Read it, list it, cut it once."],
  ],
  targets: [
    {
      what: "Saw to a line within a millimetre",
      why: "My cuts wander to the left.",
      howWeKnow: "Ten cuts, nine inside the gauge.",
      support: "A bench hook at the right height.",
      steps: ["Find my stance", "Five slow cuts", "Ten at normal speed"],
      ends: [
        ["reached", "Nine of ten, and the tenth was close."],
        ["partly", "Seven of ten. The stance is right now; the grip comes next."],
      ],
    },
    {
      what: "Glue up a frame and keep it square",
      why: "The last one was a diamond.",
      howWeKnow: "Both diagonals the same.",
      support: "A dry run before any glue comes out.",
      steps: ["Dry run", "Clamps ready first", "Glue and check"],
      ends: [
        ["reached", "Same to the millimetre, both ways."],
        ["not-yet", "Glue went off too soon. Dry run first next time, honestly."],
      ],
    },
    {
      what: "Hang a door so it shuts by itself",
      why: "Every house has ten of them.",
      howWeKnow: "Let go and it clicks.",
      support: "Hinge template from the rack.",
      steps: ["Cut the hinges in", "Hang it", "Ease the edge"],
      ends: [
        ["reached", "It clicked. Everyone clapped."],
        ["partly", "Hangs well, binds at the top corner."],
      ],
    },
    {
      what: "Write my own cutting list",
      why: "I always come up one short.",
      howWeKnow: "No second trip to the wood store.",
      support: "Highlighter on the drawing.",
      steps: ["Count the parts", "Lengths", "Add the waste"],
      ends: [
        ["reached", "Nothing missing, one offcut spare."],
        ["changed", "We moved this to the digital strand and a spreadsheet."],
      ],
    },
    {
      what: "Use the mortiser on my own",
      why: "It’s quicker and I’m wary of it.",
      howWeKnow: "Signed on the machine card.",
      support: "Someone within earshot.",
      steps: ["Safety talk", "Set the depth", "Four holes alone"],
      ends: [
        ["reached", "Card signed."],
        ["partly", "Safe and careful. Needs a hand to set the depth."],
      ],
    },
    {
      what: "Fit skirting round a corner",
      why: "My corners gape.",
      howWeKnow: "You can’t get a card in it.",
      support: "Practice corner by the window.",
      steps: ["Scribe one", "Cut it back", "Fit a room corner"],
      ends: [
        ["reached", "No gap, and no filler either."],
        ["not-yet", "Scribing makes sense on paper. More goes on the practice corner."],
      ],
    },
  ],
  comments: [
    "Nice clean shoulder on that. Keep letting the saw do the work.",
    "Good patience today. You stopped and measured when it felt wrong.",
    "That glue-up was textbook. Clamps out first, every time.",
    "You helped the new lad without being asked. I saw.",
    "Bring me the next one before you sand it, not after.",
    "I’d have that door in my own house.",
  ],
  entries: {
    few: [
      ["sawing all day"],
      ["made a bench hook"],
      ["glue everywhere"],
      ["my joint broke"],
      ["fixed the joint"],
      ["swept up, had tea"],
      ["door is hung"],
      ["screws, about 200"],
      ["got the spirit level right"],
      ["painted primer"],
      ["cut it too short"],
      ["stud wall up!!"],
      ["planed a edge flat"],
      ["used the big drill"],
    ],
    plain: [
      ["Marked out with a knife instead of a pencil.", "A knife line is thinner and the chisel finds it."],
      ["We carried sheets of ply up three floors in twos."],
      ["Made a box for my screws. The lid nearly fits."],
      [
        "Cut eight studs and two plates for the wall.",
        "Check the stock is straight before you cut, not after.",
      ],
      ["My mitre had a gap so I shaved it on the shooting board."],
      ["The mortise went right through the other side. It’s a window now."],
      ["Learned to set a marking gauge with one hand."],
      ["Gaz gave us one plank and said make something useful. I made a boot jack."],
      ["Worked with the bricklayers next door. They wanted our wall two millimetres over."],
      ["Hinges are handed. I had put one on upside down.", "Look at the knuckle."],
      ["Sorted the wood store by length and found a mouse."],
      ["Sharpened three chisels for the younger group."],
      ["We did a fire door and you are not allowed to plane it."],
      ["Cut a birdsmouth for a rafter. Best name for anything."],
      [
        "Sanded with 80, then 120, then 180.",
        "If you skip one you see the scratches when the varnish goes on.",
      ],
      ["Fitted a lock. The hole was in the right place first go."],
      ["I like the smell when it’s oak."],
      ["Put up shelves in the staff room."],
    ],
    full: [
      [
        "Today we set out the stairs full size on the floor with tape, and then walked up them, flat, like idiots. It works, though. You can feel if a step is wrong before you have cut a single thing.",
        "Draw it big before you make it.",
      ],
      [
        "I was cutting the tenons for the gate and my first one was loose, so I wanted to hide it at the back. Then I thought about the gate hanging there for twenty years. I made another.",
        "Nobody saw, but I would have known.",
      ],
      [
        "There was an old man at the community centre who used to be a joiner. He watched me plane for a bit and then turned my wrist about an inch without saying anything. Curls came off like paper.",
        "Skew the plane.",
      ],
      [
        "We had to take down a partition and keep the timber. It’s slower than smashing it. You hunt for the screws under the paint with a magnet and each one you find feels like winning.",
      ],
      [
        "I taught myself to read the drawing by colouring it in: parts I cut in blue, parts that are there already in grey. It took an hour, and then the whole job took less than the hour I’d lost.",
        "An hour of looking is not a wasted hour.",
      ],
      [
        "I had a row with Maisie about whose square it was and it turned out that both were out of true. We checked them back to back on the bench edge, and then we weren’t cross any more, just worried about everything we had made with them.",
      ],
      [
        "Hung my first outside door in proper wind. You need three hands. I used two and a wedge, and a lady walking her dog, who was very good.",
        "Wedge first, then hinges.",
      ],
    ],
  },
};
