/** Land-based: fields, fences, tractors and weather. */
import type { AreaBank } from "#server/demo/story.ts";

export const landBased: AreaBank = {
  objectives: [
    ["Look after land through a year", "Know what wants doing, and when."],
    ["Use machines and hand tools safely", "Check, start, work, stop, clean."],
    ["Grow something that sells", "From seed to the farm shop."],
  ],
  targets: [
    {
      what: "Lay ten metres of hedge",
      why: "It’s a craft and there’s work in it.",
      howWeKnow: "All the pleachers alive in spring.",
      support: "Billhook lesson, Wednesdays.",
      steps: ["Clear out", "Cut and lay", "Stake and bind"],
      ends: [
        ["reached", "Ten metres, and neat."],
        ["partly", "Six metres that you could show anyone."],
      ],
    },
    {
      what: "Do the tractor checks without the list",
      why: "You won’t have it in a field.",
      howWeKnow: "All twelve, out loud.",
      support: "A rhyme, which we made up.",
      steps: ["With the list", "With the rhyme", "With neither"],
      ends: [
        ["reached", "Twelve. The rhyme is not for repeating."],
        ["not-yet", "Ten. It’s always the tyres."],
      ],
    },
    {
      what: "Hang a gate that swings",
      why: "Ours drags.",
      howWeKnow: "One finger.",
      support: "Two people to lift.",
      steps: ["Set the post", "Hooks", "Level it"],
      ends: [
        ["reached", "One little finger."],
        ["partly", "Swings well, latch is shy of its catch."],
      ],
    },
    {
      what: "Grow leeks from seed to box",
      why: "I’ve never seen a thing all the way through.",
      howWeKnow: "Twenty in the shop.",
      support: "A row with my name on it.",
      steps: ["Sow", "Plant out", "Weed", "Lift"],
      ends: [
        ["reached", "Twenty-six, and sold."],
        ["changed", "Rust got the leeks. It’s kale now."],
      ],
    },
    {
      what: "Tie five knots without looking",
      why: "Loads shift.",
      howWeKnow: "Behind my back.",
      support: "A bit of rope in my pocket.",
      steps: ["Two knots", "Four", "Five, eyes shut"],
      ends: [
        ["reached", "Five, faster than Dai."],
        ["partly", "Four. The sheet bend keeps un-bending."],
      ],
    },
    {
      what: "Read the spray label",
      why: "It’s the law and it’s tiny.",
      howWeKnow: "Ten questions about one label.",
      support: "Magnifier, and read it aloud together.",
      steps: ["Find the dose", "Find the gap to water", "Ten questions"],
      ends: [
        ["reached", "Ten of ten."],
        ["not-yet", "Dose yes, buffer zones no."],
      ],
    },
  ],
  comments: [
    "That’s a tidy strainer. It’ll be there after I’m gone.",
    "You shut every gate. Never stop.",
    "Good judgement, coming in when the wind got up.",
    "Mind your back when you lift. Knees, not spine.",
    "You saw the sheep was lame from two fields off.",
    "Straightest row on the plot.",
  ],
  entries: {
    few: [
      ["mud"],
      ["planted 60 trees"],
      ["fence done"],
      ["drove the tractor!"],
      ["rain all day, shed jobs"],
      ["fed the pigs"],
      ["cut logs"],
      ["my boots leak"],
      ["Sowed beans"],
      ["picked tatties, 9 bags"],
      ["saw a fox"],
      ["cleaned the quad"],
      ["raked leaves"],
    ],
    plain: [
      ["Dug a drain with Rhys and it ran straight away.", "Water tells you which way is down."],
      ["We turned the compost and it was hot enough to feel through gloves."],
      ["Put in forty canes and tied forty tomatoes."],
      ["Strimmed the bank with all the kit on. Nobody could recognise me."],
      ["Counted moths in the trap before breakfast. There were 31."],
      ["Learned to put an edge on a spade.", "A sharp spade is half the work."],
      ["Potted on two hundred cabbages and talked about football."],
      ["The pig got out, so that was the morning."],
      ["Coppiced hazel for bean poles."],
      ["Checked the water trough and there was ice the size of a plate."],
      ["Set the mower too low and scalped it."],
      ["Loaded bales, and my arms are in ribbons.", "Long sleeves, even in the heat."],
      ["Walked the boundary with the map and found the stile that isn’t there."],
      ["Dai showed us how to scythe. It’s like dancing, badly."],
      ["Sold eggs at the gate and got the change right."],
      ["Grafted an apple onto another apple."],
    ],
    full: [
      [
        "It was one of those days when everything is stuck: the gate was frozen, the quad was flat and the hay string was wet. We did it all by hand and by dinner it was done. No one was cross. I’d like to have a job where the hard days are like that.",
        "You can always do the next small thing.",
      ],
      [
        "We planted a new wood. Five hundred whips with tubes on. Dai said that none of us would see it properly grown, and I thought that would be sad but it wasn’t. Somebody planted the one we eat our sandwiches in.",
      ],
      [
        "I had to tell a walker to put her dog on a lead. I’d practised in my head all the way across the field. I said good morning first, then sheep, then please. She was nice about it.",
        "Good morning first.",
      ],
      [
        "Soil lesson: we put some from each field in a jar with water, shook it, and left it. By afternoon you could see the layers, sand and silt and clay, like a cake. The bottom field is nearly all clay. That’s why it floods, and why the grass is best.",
        "The thing that’s bad about it is the thing that’s good about it.",
      ],
      [
        "Used the chainsaw simulator, then cleaned a real one, bit by bit. I know what every part is for now. I’m not allowed to start it until I’m older, and I’m fine with that. It’s very loud.",
      ],
      [
        "My row of leeks has rust. I was gutted. Bronwen said write down the date and the weather, because that’s how a farmer gets something out of a bad year.",
        "Write down what went wrong, too.",
      ],
    ],
  },
};
