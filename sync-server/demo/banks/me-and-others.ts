/** Me and others: getting there, getting on, and saying so when it’s hard. */
import type { Bank } from "#server/demo/story.ts";

export const meAndOthers: Bank = {
  objectives: [
    ["Be someone people can count on", "There, on time, and honest when I can’t be."],
    ["Feel alright in a group", "Without hiding and without showing off."],
    ["Ask for help early", "Before it’s too big."],
    ["Look after myself", "Sleep, food, friends, and a plan for bad days."],
  ],
  targets: [
    {
      what: "In by nine, four days out of five",
      why: "I miss the best bit.",
      howWeKnow: "The register.",
      support: "Somebody at the bus stop for the first week.",
      steps: ["Bag packed at night", "Alarm far away", "Two good weeks"],
      ends: [
        ["reached", "Nine good days of ten."],
        ["partly", "Three days of five. Better than one."],
        ["not-yet", "A hard half-term at home. We keep the target and change the support."],
      ],
    },
    {
      what: "Ask one question each day",
      why: "I sit there not knowing.",
      howWeKnow: "Tally on my folder.",
      support: "Staff wait five seconds longer.",
      steps: ["Write it", "Ask one person", "Ask in the group"],
      ends: [
        ["reached", "Ran out of room on the folder."],
        ["partly", "Asks one to one. The group is next."],
      ],
    },
    {
      what: "Phone in my bag until break",
      why: "It eats my day.",
      howWeKnow: "I say so myself on Fridays.",
      support: "Phone hotel by the door, nobody forced.",
      steps: ["One lesson", "One morning", "One week"],
      ends: [
        ["reached", "A whole week. Slept better, too."],
        ["changed", "Needs it for a family reason. Silent and face down instead."],
      ],
    },
    {
      what: "Eat something before noon",
      why: "I get snappy and then I get in trouble.",
      howWeKnow: "Fewer snaps.",
      support: "Toast from eight at the hatch.",
      steps: ["Toast once", "Most days", "Bring my own"],
      ends: [
        ["reached", "Toast every day, and hardly a snap."],
        ["partly", "Most days."],
      ],
    },
    {
      what: "Work with someone who isn’t my mate",
      why: "You don’t choose at work.",
      howWeKnow: "One job done together.",
      support: "Jobs with two halves.",
      steps: ["Ten minutes", "One job", "Say one good thing"],
      ends: [
        ["reached", "They asked to be paired again."],
        ["not-yet", "Ten silent minutes. It’s a start."],
      ],
    },
    {
      what: "Use my calm plan",
      why: "I go from nought to a hundred.",
      howWeKnow: "I stay on site.",
      support: "Everyone knows the plan and doesn’t crowd.",
      steps: ["Write the plan", "Tell two people", "Use it"],
      ends: [
        ["reached", "Used three times. Worked three times."],
        ["partly", "Used once in time, once late."],
      ],
    },
  ],
  entries: {
    few: [
      ["woke up by myself"],
      ["said no to something"],
      ["had a chat with Ms Okoro"],
      ["walked instead of bus"],
      ["Missed a day, came back"],
      ["pool at break"],
      ["didnt bite back"],
      ["shared my crisps"],
      ["on time"],
      ["good day"],
      ["tired today"],
      ["late, bus"],
      ["made a mate"],
      ["kept calm"],
      ["football after, won"],
      ["had toast"],
      ["helped tidy up"],
      ["bit nervous"],
    ],
    plain: [
      ["Sat somewhere different at lunch."],
      ["I was asked to look after the visitor’s badge table, and I did."],
      ["Counted to ten and got to six, and it was enough."],
      ["Told Ms Okoro about the timetable clash before it happened."],
      ["Signed the birthday card properly and not just my name."],
      ["Said well done to someone who beat me."],
      ["We did the listening exercise where you mustn’t answer.", "It’s really hard to only listen."],
      ["Brought an umbrella for two."],
      ["New person in our group. I showed them where the toilets are, because nobody showed me."],
      ["I said sorry first."],
      ["Got the earlier bus and it’s a different world. Quiet."],
      ["Asked my question and three others wanted to know too."],
      [
        "We had a talk about sleep. I’m going to try no phone after ten.",
        "It isn’t the light, it’s the scrolling.",
      ],
      ["Someone was being wound up, so I changed the subject on purpose."],
      ["Walked out, walked back. Under ten minutes."],
      ["Volunteered to speak for the group and my knees shook."],
      ["My brother starts here next year and I told him the good bits."],
      ["Went to the gym thing at lunch."],
      ["Had a proper laugh for the first time this week."],
    ],
    full: [
      [
        "I’ve been thinking about how I was at the start. I didn’t take my coat off for two weeks. I think it was so I could leave. I noticed today that I’d hung it up without thinking, and that it has got its own peg now, in the way things do.",
      ],
      [
        "Somebody needed a partner and nobody looked up. I know that feeling, so I looked up. We weren’t very good at it, and we laughed so much that we got sent to do it in the corridor.",
        "It only takes one person to look up.",
      ],
      [
        "I nearly didn’t come in. I sat on the wall outside for the first half-hour. Nobody made a thing of it when I came in, they just moved up. I want to remember that it was easier than sitting on the wall.",
        "The door is the worst bit.",
      ],
      [
        "We planned the charity walk and I ended up with the list, which means I’m in charge, I think. I’ve never been in charge of anything but a goldfish. So far all the people have turned up.",
        "Write down who said they’d do what.",
      ],
      [
        "There was an argument about nothing, and I could feel it going the old way. I did the counting, and then I said ‘I’m going to get some water’. When I came back it was over. It was like watching a film of somebody else.",
      ],
    ],
  },
};
