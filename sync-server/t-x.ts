import { createDemo } from "#server/demo/compose.ts";
import { day, addDays } from "#model/time.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";
const prompts = ["did", "learned", "how", "wentWell", "wentLess", "enjoyed", "useAgain", "next"] as const;
const dup = new Map<string, number>(); const uses = new Map<string, number>();
for (let s = 1; s <= 300; s++) {
  const d = createDemo({ today: addDays(day("2026-11-26"), s), random: seededRandom(s) });
  const per = new Map<string, number>();
  for (const l of d.learners) {
    const t = l.entries.flatMap((e) => prompts.flatMap((p) => e[p] ?? []));
    const sen = t.flatMap((x) => x.split(/(?<=[.!?])\s+/)).map((x) => x.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, "").trim()).filter(Boolean);
    sen.forEach((x, i) => { if (sen.indexOf(x) !== i) dup.set(x, (dup.get(x) ?? 0) + 1); });
    for (const x of t) per.set(x, (per.get(x) ?? 0) + 1);
  }
  const m = Math.max(...per.values()); uses.set(String(m), (uses.get(String(m)) ?? 0) + 1);
  if (s === 1) { const c = d.learners.map((l) => l.entries.length); console.log(c.reduce((a, b) => a + b) / c.length, [...per.values()].filter(v => v > 2).length); }
}
console.log(dup, uses);
