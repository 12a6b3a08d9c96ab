/** Animal care: feeding, cleaning, handling, and noticing. */
import type { AreaBank } from "#server/demo/story.ts";

export const animalCare: AreaBank = {
  objectives: [
    ["Care for small animals every day", "Food, water, bedding, and a look in the eye."],
    ["Handle animals so they feel safe", "Slow hands, low voice."],
    ["Know when something is wrong", "And whom to tell, and what to write."],
  ],
  targets: [
    {
      what: "Do the morning round alone",
      why: "It’s the real job.",
      howWeKnow: "Board full by half past nine.",
      support: "Round sheet in the right order.",
      steps: ["With someone", "With someone nearby", "Alone"],
      ends: [
        ["reached", "9:22, and everyone fed."],
        ["partly", "All done, by ten. The goats talk too much."],
      ],
    },
    {
      what: "Pick up a guinea pig so it stays calm",
      why: "They scream and so do I.",
      howWeKnow: "No noise from either.",
      support: "Sit on the floor to start.",
      steps: ["Stroke", "Two hands", "On my lap"],
      ends: [
        ["reached", "Silence, and then a purr."],
        ["not-yet", "Close. The screaming is less."],
      ],
    },
    {
      what: "Weigh feed to the gram",
      why: "The rabbits are getting round.",
      howWeKnow: "Chart for two weeks.",
      support: "Scoop marked with tape.",
      steps: ["Read the scales", "Mark the scoop", "Two weeks"],
      ends: [
        ["reached", "Two weeks; rabbits less round."],
        ["partly", "Weekdays perfect."],
      ],
    },
    {
      what: "Clean a vivarium without losing anyone",
      why: "The gecko was behind the radiator.",
      howWeKnow: "Count in, count out.",
      support: "Tub with a lid.",
      steps: ["Move the animal", "Strip and clean", "Count back"],
      ends: [
        ["reached", "Same number twice."],
        ["changed", "We do the snake first, since it can’t run."],
      ],
    },
    {
      what: "Tell visitors about one animal",
      why: "We have open days.",
      howWeKnow: "Three facts, no notes.",
      support: "Tell it to the animal first.",
      steps: ["Three facts", "Tell a friend", "Tell a family"],
      ends: [
        ["reached", "Eleven families and one vicar."],
        ["partly", "Two facts and a nice smile."],
      ],
    },
    {
      what: "Put a head collar on the pony",
      why: "He puts his nose in the air.",
      howWeKnow: "First try.",
      support: "Bucket, patience, Bronwen.",
      steps: ["Stand with him", "Over the nose", "Buckle"],
      ends: [
        ["reached", "He put his own nose in."],
        ["not-yet", "He ate the rope. We try again."],
      ],
    },
  ],
  comments: [
    "You waited for her to come to you. She did.",
    "Good clear note about the droppings. Not glamorous, very useful.",
    "Water bottles checked and ticked. Thank you.",
    "Lovely quiet hands.",
    "You saw that the ear was hot before anybody.",
    "Wash hands between the reptiles and lunch, please!",
  ],
  entries: {
    few: [
      ["fed everyone"],
      ["poo. so much poo"],
      ["held a snake"],
      ["goat ate my sleeve"],
      ["brushed the pony"],
      ["hamster bit me a bit"],
      ["New rabbit, grey"],
      ["cut claws"],
      ["hay in my pants"],
      ["walked 3 dogs"],
      ["chicks hatched!"],
      ["cleaned the pond"],
      ["gecko shed his skin"],
    ],
    plain: [
      ["Made toys for the rats from toilet rolls and they wrecked them in a minute."],
      ["Learned to sex chicks. I was wrong about Steve.", "Look at the wing."],
      ["Weighed all nine guinea pigs. Potato has put on 40 grams."],
      ["Helped the farrier by holding the pony’s head and saying nice things."],
      ["We scatter-fed the hens so that they have to look for it."],
      ["Bathed a ferret. Never again. Tomorrow, probably."],
      ["The tortoise is nearly ready to sleep for the winter."],
      ["Mixed disinfectant one to forty.", "More isn’t better, it hurts their feet."],
      ["Put up a bird box facing north-east like it says."],
      ["Sat in the rabbit run for my whole break and let them come."],
      ["A budgie said my name. It might have been hello."],
      ["Changed UV bulbs in three tanks."],
      ["Checked the goats’ feet and trimmed one with Bronwen.", "Little and often."],
      ["Open day: I held the owl and didn’t move for an hour."],
      ["Did a poster on what hedgehogs can’t eat."],
      ["Found an egg in the tack room, still warm."],
    ],
    full: [
      [
        "Patch, the old rabbit, died in the night. I had done his tea. I went through it all in my head, but Bronwen said that he was nine and warm and full. We buried him under the hazel. I’m writing this so that there is something written.",
        "You can do everything right and they still go.",
      ],
      [
        "The rescue centre rang with four kittens, and we set up the quiet room in twenty minutes: litter far from food, a box to hide in, a jumper of mine for the smell. Three hid. One walked straight up my leg.",
        "Hiding is allowed. You build it in.",
      ],
      [
        "I led the morning talk for a group from a day centre. One man doesn’t speak, but he held the guinea pig for half an hour and his support worker said that his hands never stay still that long. They did today.",
      ],
      [
        "Parasites lesson. I’ll never eat rice again. But I found the thing under the microscope before anyone else did, and it was alive.",
        "Look at the edges of the slide.",
      ],
      [
        "The pony wouldn’t be caught, so I stopped trying to catch him. I sat on the bucket upside down and read my phone. It was nearly dinner when I felt his breath in my hair.",
        "Sometimes you’ve got to be boring.",
      ],
      [
        "I clipped a hen’s wing. I’d thought it would hurt her. It’s like hair, you just don’t cut where it’s dark. My hands were steady and I felt like someone who knows.",
      ],
    ],
  },
};
