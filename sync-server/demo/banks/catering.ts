/** Catering: prep, service, heat and washing up. */
import type { AreaBank } from "#server/demo/story.ts";

export const catering: AreaBank = {
  objectives: [
    ["Cook a two-course meal to time", "For twelve, hot, on the plates at twelve thirty."],
    ["Keep a kitchen safe and clean", "As if the inspector came every day."],
    ["Bake things people pay for", "For the Friday stall."],
  ],
  targets: [
    {
      what: "Make three mother sauces",
      why: "Half the menu comes from them.",
      howWeKnow: "Coats a spoon, no lumps.",
      support: "One a week, same pan.",
      steps: ["White", "Brown", "Tomato"],
      ends: [
        ["reached", "Three spoons, coated."],
        ["partly", "Two of three. White still scares us."],
      ],
    },
    {
      what: "Fill in the fridge sheet every day",
      why: "The gaps could close us.",
      howWeKnow: "A full week, no gaps.",
      support: "Pen on a string on the fridge.",
      steps: ["Morning", "Afternoon", "A whole week"],
      ends: [
        ["reached", "Seven days, not one gap."],
        ["not-yet", "The pen went missing. So did Thursday."],
      ],
    },
    {
      what: "Bake bread that rises twice",
      why: "Mine comes out like a plate.",
      howWeKnow: "It sounds hollow.",
      support: "Photo of what doubled looks like.",
      steps: ["Knead ten minutes", "First rise", "Second rise"],
      ends: [
        ["reached", "Hollow as a drum."],
        ["partly", "First rise great; patience ran out for the second."],
      ],
    },
    {
      what: "Serve twelve plates the same",
      why: "The last four look like leftovers.",
      howWeKnow: "Photos side by side.",
      support: "Plate drawing above the pass.",
      steps: ["Draw it", "Four the same", "Twelve the same"],
      ends: [
        ["reached", "You couldn’t tell them apart."],
        ["partly", "Nine twins and three cousins."],
      ],
    },
    {
      what: "Taste and season on my own",
      why: "I’m scared to, so it’s bland.",
      howWeKnow: "Nobody reaches for the salt.",
      support: "Salt one half of the pan, taste both.",
      steps: ["Taste at the start", "In the middle", "At the end"],
      ends: [
        ["reached", "The salt stayed where it was."],
        ["changed", "We worked on acid instead. It was lemon all along."],
      ],
    },
    {
      what: "Work clean for a whole service",
      why: "My board turns into a bin.",
      howWeKnow: "Photo at noon.",
      support: "Wet cloth under, bin beside.",
      steps: ["Start clean", "Clear as I go", "End clean"],
      ends: [
        ["reached", "You could operate on that board."],
        ["not-yet", "Lovely till the rush."],
      ],
    },
  ],
  comments: [
    "Great colour on that. You let it sit and trusted it.",
    "Clean board, clean apron, calm face. That’s a chef.",
    "Taste again just before it goes. It changes.",
    "You wiped the plate edge without me saying. Thank you.",
    "Label, date, initials. Every tub.",
    "The whole table asked who made the pastry.",
  ],
  entries: {
    few: [
      ["chopped onions, cried"],
      ["soup for 30"],
      ["burnt hand, cold tap, fine"],
      ["pastry is hard"],
      ["sold all the buns!"],
      ["pots. so many pots"],
      ["made a omelette, folded"],
      ["deep clean"],
      ["custard, no lumps"],
      ["carrots again"],
      ["my cake sank"],
      ["pizza dough"],
      ["served teachers"],
    ],
    plain: [
      ["Rubbed in the butter with cold hands like they said, and it flaked.", "Warm hands melt it."],
      ["Boned a chicken. It took an hour and it looked surprised."],
      ["We made stock from what we’d have thrown away."],
      ["Did front of house and dropped nothing."],
      ["Made eighty sausage rolls for the open evening and ate one.", "Egg wash twice for the shine."],
      ["Learned to sharpen on a steel without looking like a film."],
      ["Date-checked the dry store. Found a tin older than me."],
      ["Meringue worked! I could hold the bowl over my head."],
      ["The oven runs hot at the back left."],
      ["Made flatbread with my nan’s way and the book’s way. Nan’s won."],
      ["Allergen matrix. Fourteen columns.", "Celery is one. I’d never have guessed."],
      ["Fish delivery came, and we checked the eyes."],
      ["Portioned lasagne for forty with a ruler."],
      ["Sugar work. Don’t touch it. Somebody touched it."],
      ["I was on the pass calling orders and my voice cracked."],
      ["Cooked for a lady who can’t have gluten, with separate everything."],
    ],
    full: [
      [
        "Full service today with real customers. For the first twenty minutes nothing came, and I cleaned things that were clean. Then everything came. I remember a lot of steam and somebody saying ‘hands’ and then it was ten past two, and I’d done it.",
        "Do the jobs that can be done before, before.",
      ],
      [
        "I got the measurements for the brownies from a website in cups and just used a mug. They came out as one thing. We sold it by weight.",
        "A cup isn’t any cup.",
      ],
      [
        "Kofi and I planned the whole menu on one page: what’s in season, what’s cheap, what can be done the day before. It was the first time that it felt like thinking and not just cooking.",
      ],
      [
        "I dropped a tray of tarts in front of everyone. Nobody laughed. Mrs Whitaker handed me a brush and said ‘and what’s next?’ And it turned out that next was just the next tray.",
        "You carry on.",
      ],
      [
        "We visited the market at six in the morning. A man let us try three kinds of tomato with our eyes shut. I’d thought I hated tomatoes. I hate winter ones.",
      ],
      [
        "My group said that my curry was too hot, and I was offended for about a minute. Then I made a small pot without and put the chilli on the side, and it all went. My gran would say that is cheating.",
        "Heat can go on the side.",
      ],
    ],
  },
};
