/** Motor vehicle: ramps, ramps and more ramps, and the odd moped. */
import type { AreaBank } from "#server/demo/story.ts";

export const motorVehicle: AreaBank = {
  objectives: [
    ["Service a car from the sheet", "Every box ticked, every tool back on its hook."],
    ["Find faults in a sensible order", "Look, listen, test, then take apart."],
    ["Work safely on a ramp", "Every time, without anybody asking."],
  ],
  targets: [
    {
      what: "Change four tyres and torque the wheels",
      why: "It’s the job everybody comes in for.",
      howWeKnow: "Torque wrench clicks, sheet signed.",
      support: "Wall chart with the numbers.",
      steps: ["Off and on", "Balance", "Torque in a star"],
      ends: [
        ["reached", "Four of four, and the numbers known by heart."],
        ["partly", "Tyres fine. The balancer still wins."],
      ],
    },
    {
      what: "Do a safety check in the right order",
      why: "I jump about and miss things.",
      howWeKnow: "Twenty-two points, none missed.",
      support: "A lap round the car, always clockwise.",
      steps: ["Outside", "Inside", "Underneath"],
      ends: [
        ["reached", "All twenty-two, clockwise."],
        ["not-yet", "Nineteen. Lights get forgotten when it’s sunny."],
      ],
    },
    {
      what: "Strip and rebuild a carburettor",
      why: "I want to do my uncle’s bike.",
      howWeKnow: "It runs, and nothing is left over.",
      support: "Tray with numbered pots.",
      steps: ["Strip", "Clean", "Rebuild"],
      ends: [
        ["reached", "Started second kick."],
        ["partly", "Clean as new. One jet went in the wrong hole."],
      ],
    },
    {
      what: "Set up the ramp without being told",
      why: "It’s the thing that could kill someone.",
      howWeKnow: "Five times, with a nod at the end.",
      support: "Nobody talks to you while you do it.",
      steps: ["Pads", "Rock test", "Locks"],
      ends: [
        ["reached", "Five nods."],
        ["partly", "Four nods and one ‘what about the locks?’"],
      ],
    },
    {
      what: "Explain a bill to a customer",
      why: "People think garages rip them off.",
      howWeKnow: "They can say it back.",
      support: "Practise on Leanne, who asks hard questions.",
      steps: ["Parts", "Labour", "Why it matters"],
      ends: [
        ["reached", "Leanne paid up."],
        ["changed", "Became part of the English target about explaining."],
      ],
    },
    {
      what: "Solder a wire that lasts",
      why: "Mine drop off.",
      howWeKnow: "Tug test.",
      support: "Old looms to practise on.",
      steps: ["Tin both ends", "Join", "Heat-shrink"],
      ends: [
        ["reached", "Tugged by everybody. Held."],
        ["not-yet", "Too much solder, not enough heat. Nearly."],
      ],
    },
  ],
  comments: [
    "You talked me through it before you touched it. That is how a mechanic thinks.",
    "Tools all back on the shadow board. It gets noticed.",
    "Good spot on the split boot. That would have failed its test.",
    "Slow is smooth, smooth is fast. Today was smooth.",
    "You asked before guessing. Saved us a gearbox.",
    "Wash your hands before the keyboard, though.",
  ],
  entries: {
    few: [
      ["tyres"],
      ["did a full brake bleed"],
      ["ramp test passed"],
      ["alternator out"],
      ["alternator back in"],
      ["oil in my hair"],
      ["found the rattle"],
      ["new plugs, runs sweet"],
      ["skinned my knuckle"],
      ["battery + jump leads"],
      ["Wipers done. Easy."],
      ["lost a 10mm again"],
      ["clutch cable"],
      ["helped push a van"],
    ],
    plain: [
      ["Changed a timing belt with Sam watching.", "Mark it before you take it off."],
      ["Did wheel alignment with string, the old way, then with the laser to see."],
      ["A car came in with a nest in the air filter. Not birds. Mice."],
      ["Learned to listen with a screwdriver against my ear."],
      ["Took the dash out to reach one bulb.", "Whoever designed it has never changed a bulb."],
      ["Read the code, and it said lambda sensor, but it was a split hose."],
      ["Callum and me raced putting on wheels and he won by a nut."],
      ["Measured the discs with a micrometer."],
      ["Welded two bits of scrap in a T. It looks like a caterpillar."],
      ["I did the paperwork for the MOT station while they did the test."],
      ["Rust. I have a whole page of photos of rust."],
      ["Head gasket day. The old one had a bite out of it."],
      ["Somebody put petrol in a diesel, so we drained the tank.", "Never turn the key."],
      ["Patched an inner tube for Sam’s bike at dinner time."],
      ["The lady with the blue Corsa brought us cake."],
      ["Filed the points on a sixty-year-old engine."],
      ["Learned what all the dash lights mean."],
    ],
    full: [
      [
        "There was a noise nobody could find. I sat in the boot with a torch while Sam drove round the car park, which I don’t think is in the book. It was the jack, loose in its tray. Three of us had been talking about suspension for an hour.",
        "Start with the stupid answers.",
      ],
      [
        "I put the gearbox back with the alignment tool, and it slid home so softly I thought I’d done it wrong. I hadn’t.",
        "When it’s right you don’t need to push.",
      ],
      [
        "My dad’s car failed, so I did it on Saturday with the parts from Wakefield Road. He held the torch. Usually I hold the torch. He kept asking what things were and I kept knowing.",
      ],
      [
        "Today’s lesson was hybrids and how not to die. Orange cable means you stop, gloves on, and someone stands by with a hook to pull you off. It wasn’t a joke and nobody made one.",
        "Orange means stop.",
      ],
      [
        "We got a scooter that had been in the river. Every part I took off had sand in it. By three o’clock there were nineteen pots of clean bits and it looked like a museum.",
      ],
      [
        "A customer shouted at me because it wasn’t ready. I said I understood, I said what time it would be, and I wrote it down for her. My hands were shaking under the counter but my voice wasn’t.",
        "Give them a time.",
      ],
    ],
  },
};
