/** Maths and digital skills, mostly in disguise. */
import type { Bank } from "#server/demo/story.ts";

export const maths: Bank = {
  objectives: [
    ["Use maths at work without freezing", "Measure, mix, price, check."],
    ["Pass Functional Skills maths", "The level after the one I have."],
    ["Look after my own money", "Wages, bus fares, saving up."],
  ],
  targets: [
    {
      what: "Tell the time on a round clock",
      why: "I nod when people say quarter to.",
      howWeKnow: "Ten times, any clock.",
      support: "A round clock in my room.",
      helper: "Imran Sheikh",
      steps: ["Half and o’clock", "Quarters", "Any"],
      ends: [
        ["reached", "Ten of ten, and early."],
        ["partly", "Quarters safe, fives coming."],
      ],
    },
    {
      what: "Percentages off and on",
      why: "Sales, wages, tips.",
      howWeKnow: "Eight of ten without a phone.",
      support: "Ten per cent first, always.",
      helper: "Imran Sheikh",
      steps: ["Ten per cent", "Five and twenty", "VAT"],
      ends: [
        ["reached", "Nine of ten."],
        ["not-yet", "On is fine. Off goes off."],
      ],
    },
    {
      what: "Make a budget for a month",
      why: "It’s gone by Tuesday.",
      howWeKnow: "Money left on the 28th.",
      support: "Envelopes, real or drawn.",
      steps: ["What comes in", "What goes out", "A whole month"],
      ends: [
        ["reached", "£11.40 left, and proud of it."],
        ["changed", "A week at a time works better."],
      ],
    },
    {
      what: "Measure in three units and swap them",
      why: "Drawings, recipes and deliveries all differ.",
      howWeKnow: "No mistake by ten or a hundred.",
      support: "Tape with both sides.",
      steps: ["mm and cm", "cm and m", "Mixed"],
      ends: [
        ["reached", "Mixed, and no noughts lost."],
        ["partly", "One nought lost, and found."],
      ],
    },
    {
      what: "Guess first, then work it out",
      why: "I believe any calculator.",
      howWeKnow: "Guess written beside every answer.",
      support: "Nobody marks the guess.",
      steps: ["Guess", "Work out", "Compare"],
      ends: [
        ["reached", "Caught two calculator slips."],
        ["partly", "Guesses when reminded."],
      ],
    },
  ],
  entries: {
    few: [
      ["ratio with squash"],
      ["counted stock"],
      ["Worked out the discount"],
      ["angles"],
      ["my sum was right and the till was wrong"],
      ["24 hour clock done"],
      ["did a pie chart"],
      ["fractions, meh"],
      ["got 7 out of 10"],
      ["measured stuff"],
      ["times tables app"],
      ["Percent ok now"],
      ["worked out my wages"],
      ["graph went down"],
      ["did my homework for once"],
    ],
    plain: [
      ["Mr Sheikh brought pizza for fractions and we ate the answers."],
      ["Worked out how many hours for a new phone. I don’t need a new phone.", "43 hours."],
      ["Did area with carpet tiles on the real floor."],
      ["I put my hand up. I was wrong, and nothing happened."],
      ["Planned a trip with the bus timetable and made the connection."],
      ["Averages: one person’s huge number pulls everyone up."],
      ["Learned the nine times trick on my fingers."],
      ["Got the same answer two ways, which never happens."],
      ["Mock paper, first page all ticks."],
      ["Read my payslip properly. I’m on the wrong tax code.", "Ask about the letter at the end."],
    ],
    full: [
      [
        "I’ve always said that I can’t do maths. Today Mr Sheikh wrote down everything I’d worked out this week without noticing: times, change, half a recipe. It filled the board. I took a photo of it.",
        "I do it when I don’t call it maths.",
      ],
      [
        "We did loans. If you borrow £300 from that advert you pay back nearly £700. I went home and told my brother, and he went quiet, so I think he needed to know.",
        "Look for the APR.",
      ],
      [
        "Scale drawing of my bedroom. There’s a bit by the window that could fit a desk, so I moved the bed and it does.",
      ],
    ],
  },
};

export const digital: Bank = {
  objectives: [
    ["Use a computer like it’s a tool", "Files, folders, mail, and no panic."],
    ["Stay safe online", "Passwords, scams and what I post."],
  ],
  targets: [
    {
      what: "Keep my files where I can find them",
      why: "Everything is called Untitled 7.",
      howWeKnow: "Find any three in a minute.",
      support: "Four folders, four colours.",
      helper: "Helen Cho",
      steps: ["Four folders", "Name things", "Three in a minute"],
      ends: [
        ["reached", "Three in 22 seconds."],
        ["partly", "Untitled 8 has appeared."],
      ],
    },
    {
      what: "Make a CV on the computer",
      why: "They ask for it everywhere.",
      howWeKnow: "One page, no red lines.",
      support: "A template with the boring bits done.",
      helper: "Helen Cho",
      steps: ["Facts", "What I’m good at", "Check and print"],
      ends: [
        ["reached", "One page, and it sounds like them."],
        ["not-yet", "Facts done. Bragging is hard."],
      ],
    },
    {
      what: "Make passwords from three words",
      why: "Mine are all the same.",
      howWeKnow: "Five different, none written down.",
      support: "A picture in my head for each.",
      steps: ["Mail", "Bank", "The rest"],
      ends: [
        ["reached", "Five, and a penguin in one of them."],
        ["partly", "Mail and bank, which matter most."],
      ],
    },
    {
      what: "Use a spreadsheet to add up",
      why: "It’s quicker, they say.",
      howWeKnow: "Change one number and the total changes.",
      support: "My own real numbers.",
      helper: "Helen Cho",
      steps: ["Type", "SUM", "Change one"],
      ends: [
        ["reached", "Total moved. Jaw dropped."],
        ["partly", "SUM yes, the rest when needed."],
      ],
    },
  ],
  entries: {
    few: [
      ["found my old photos"],
      ["mouse is broken"],
      ["changed all my passwords"],
      ["Printed it. Double sided!"],
      ["learnt copy and paste"],
      ["video call with the college"],
      ["quiz online 8/10"],
      ["tidied my desktop"],
      ["typed it all out"],
      ["made a slide"],
      ["forgot my password"],
      ["backed it up"],
      ["Sent a email with a file"],
      ["scam text lol, reported"],
      ["spreadsheet did the sum"],
    ],
    plain: [
      ["Made folders: work, home, photos, rubbish. Most of it was rubbish."],
      ["Learned control-Z and my life is different."],
      ["Typed with more than two fingers for a whole page."],
      ["Took my address off three old accounts."],
      ["My slides had sound, by mistake."],
      ["Scanned my certificates so I can’t lose them."],
      ["Joined a video call and un-muted at the right time.", "Headphones stop the echo."],
      ["Used read-aloud to check my own writing and heard the mistake."],
    ],
    full: [
      [
        "I got a message that looked like it was from the bank, with the right logo. I nearly pressed it. What stopped me was ‘dear customer’, because my bank calls me by my name. I showed it to Miss Cho, and we read the address letter by letter.",
        "Real ones don’t hurry you.",
      ],
      [
        "Miss Cho asked us to search for ourselves. There’s a video of me from year 8 falling off a stage. It’s got 41 likes. I asked the person to take it down, and they did, in a minute, and said sorry.",
        "You can just ask.",
      ],
    ],
  },
};
