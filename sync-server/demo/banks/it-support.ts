/** IT support: the help desk, the store room and other people’s passwords. */
import type { AreaBank } from "#server/demo/story.ts";

export const itSupport: AreaBank = {
  objectives: [
    ["Fix what people bring", "Ask, look, try one thing, write it down."],
    ["Build and look after machines", "From bare boards to a working room."],
    ["Understand networks", "Where things go when you press send."],
  ],
  targets: [
    {
      what: "Build a PC from parts",
      why: "So I’m not scared of the inside.",
      howWeKnow: "It starts.",
      support: "Wrist strap and a photo of each step.",
      steps: ["Board and memory", "Drives", "First start"],
      ends: [
        ["reached", "One beep, the good kind."],
        ["partly", "Built. Cables like spaghetti, to be redone."],
      ],
    },
    {
      what: "Make and test five network cables",
      why: "The shop ones are dear.",
      howWeKnow: "Eight green lights, five times.",
      support: "Colour order on a card.",
      steps: ["Strip and order", "Crimp", "Test"],
      ends: [
        ["reached", "Forty green lights."],
        ["partly", "Four of five. Orange-white is sneaky."],
      ],
    },
    {
      what: "Ask three questions before touching",
      why: "I fixed the wrong computer.",
      howWeKnow: "On the ticket.",
      support: "What, since when, what changed.",
      steps: ["Learn them", "Use them", "Five tickets"],
      ends: [
        ["reached", "Five tickets, fifteen answers."],
        ["not-yet", "Keyboard still pulls like a magnet."],
      ],
    },
    {
      what: "Write a guide with pictures",
      why: "I get asked the same thing daily.",
      howWeKnow: "Someone follows it without me.",
      support: "One step, one picture.",
      steps: ["Choose", "Screenshots", "Test on a teacher"],
      ends: [
        ["reached", "The teacher managed. The teacher was amazed."],
        ["changed", "Turned into a one-minute film."],
      ],
    },
    {
      what: "Set up a tablet for someone who can’t see well",
      why: "My grandad, and lots of people.",
      howWeKnow: "They can open their messages.",
      support: "Try it yourself with the screen off.",
      steps: ["Learn the settings", "Try it blind", "Set one up"],
      ends: [
        ["reached", "Grandad sent a message. It was a thumb."],
        ["partly", "Big text yes, speech needs more practice."],
      ],
    },
    {
      what: "Back up and bring back a folder",
      why: "A backup nobody has tried isn’t one.",
      howWeKnow: "Delete it, get it back.",
      support: "A folder that doesn’t matter.",
      steps: ["Back up", "Delete", "Restore"],
      ends: [
        ["reached", "Back in four minutes."],
        ["partly", "Backed up beautifully to itself."],
      ],
    },
  ],
  comments: [
    "You let them hold the mouse. That’s the hardest part.",
    "Very clear ticket. I could have fixed it from the bus.",
    "Good thinking to try another socket first.",
    "Label both ends. Future you says thanks.",
    "You said ‘I don’t know, I’ll find out’. Perfect.",
    "Lock your screen, even for a minute.",
  ],
  entries: {
    few: [
      ["printer jam x4"],
      ["turned it off and on"],
      ["made 2 cables"],
      ["reset 11 passwords"],
      ["cleaned keyboards, gross"],
      ["It starts!!"],
      ["found the loose wire"],
      ["updated everything"],
      ["screen swap"],
      ["wifi is down again"],
      ["set up a tablet"],
      ["lost a screw"],
      ["helped a teacher"],
    ],
    plain: [
      ["Took a laptop apart to the last screw and drew a map of them.", "They aren’t all the same length."],
      ["Fixed the sound in the hall. It was muted."],
      ["Ran a cable through the ceiling with Oliver pulling and me pushing."],
      ["Learned what an IP address is by posting paper letters round the room."],
      ["Put together two dead computers and got one live one."],
      ["Wrote a script that renames the photos. It renamed all of them the same.", "Try it on three first."],
      ["Sorted the drawer of chargers. We’ve got 70 and need 9."],
      ["A year 9’s phone had water in it, so, rice, and no promises."],
      ["Made a poster about phishing with a real fish on."],
      ["Set the classroom clocks by the network."],
      ["Watched the lights on the switch while somebody streamed."],
      ["Installed Linux for the first time. The penguin came up."],
      ["Did stock check with a scanner I’d set up myself."],
      [
        "Talked somebody through it on the phone without seeing the screen.",
        "Ask them to read out what it says.",
      ],
      ["Replaced a battery that had swollen up like a pillow."],
      ["Found out why the mouse was slow: jam."],
    ],
    full: [
      [
        "The whole of block C went offline in assembly. We split up and walked the cables from each end, calling to each other, and met at a cupboard where somebody had unplugged the switch to charge a hoover. It took an hour and I’ve never felt so much like a detective.",
        "Start from both ends.",
      ],
      [
        "A teacher came in nearly crying because her reports were gone. I didn’t touch anything. I asked when she last saw them, and she said Tuesday, at home, and then she said ‘oh’. They were on her own laptop the whole time. She hugged Miss Cho.",
        "Ask when before where.",
      ],
      [
        "I made my first web page by hand, just tags in a text file. It says hello in the four languages of our house. My little sister wanted her rabbit on it, so now it says hello and there’s a rabbit.",
      ],
      [
        "We put a camera over the old computer while it started and I learned what every line on the black screen is. I used to think that was the computer being cross.",
        "It’s telling you what it’s doing, if you read it.",
      ],
      [
        "I spent all of Monday on a printer. I was going to give up, and then I read the manual, which nobody does, page 114, and it said to hold the button for nine seconds, not five.",
        "Nine.",
      ],
      [
        "Somebody had written their password on a sticky note. I didn’t read it out. I turned it over and wrote on the back how to make one out of three words, and left it there.",
      ],
    ],
  },
};
