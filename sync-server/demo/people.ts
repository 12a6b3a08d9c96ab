/** The demo school's organisations and everyone who works there. Learners are in `stories/` and `sketches/`. */
import type { DemoArea, DemoOrganisation, DemoPerson } from "./demo-school.ts";

export const organisations: readonly DemoOrganisation[] = [
  { key: "thornfield", name: "Thornfield School", kind: "school" },
  { key: "moor-lane", name: "Moor Lane Workshop", kind: "provider" },
  { key: "coed-farm", name: "Coed Farm", kind: "provider" },
];

const staffOf = (
  organisation: string,
  role: DemoPerson["role"],
  ...staff: readonly (readonly [string, number?])[]
) =>
  staff.map(([name, picture]): DemoPerson => {
    const [first = "", last = ""] = name.toLowerCase().split(" ");
    const about = { key: `${first}-${last}`, name, role, organisation, userName: `${first[0]}.${last}` };
    return picture === undefined ? about : { ...about, picture };
  });

/** Everyone who works at the school or a provider. */
export const staff: readonly DemoPerson[] = [
  ...staffOf("thornfield", "tutor", ["Farida Iqbal"], ["Tom Ashworth", 16152]),
  ...staffOf(
    "thornfield",
    "teacher",
    ["Denise Barr", 26513],
    ["Imran Sheikh"],
    ["Helen Cho"],
    ["Paula Whitaker", 13524],
  ),
  ...staffOf("moor-lane", "provider-staff", ["Gaz Pugh", 13421], ["Sam Doyle"], ["Leanne Foster", 15565]),
  ...staffOf("coed-farm", "provider-staff", ["Bronwen Price", 12531], ["Dai Hughes"]),
  ...staffOf("thornfield", "coordinator", ["Sade Okoro", 61543]),
  ...staffOf("thornfield", "administrator", ["Priya Nair"]),
  ...staffOf("thornfield", "safeguarding-lead", ["Morag Bell", 24521]),
];

/** What each area is called on screens, and who teaches it. */
export const areas: Readonly<Record<DemoArea, { readonly programme: string; readonly teacher: string }>> = {
  joinery: { programme: "Joinery", teacher: "gaz-pugh" },
  "motor-vehicle": { programme: "Motor vehicle", teacher: "sam-doyle" },
  childcare: { programme: "Childcare", teacher: "paula-whitaker" },
  catering: { programme: "Catering", teacher: "paula-whitaker" },
  "hair-and-beauty": { programme: "Hair and beauty", teacher: "leanne-foster" },
  "land-based": { programme: "Land-based", teacher: "dai-hughes" },
  "animal-care": { programme: "Animal care", teacher: "bronwen-price" },
  "it-support": { programme: "IT support", teacher: "helen-cho" },
};
