/** Who walks: one account of the demo for each role, and the police, whose desk has rights of its own. */
export const people = {
  admin: "quantri",
  leader: "lanhdao",
  officer: "chuyenvien",
  police: "congan",
  lead: "xa-yenbinh",
  staff: "xa-yenbinh-truc",
  telco: "vnpt",
  observer: "tinh",
} as const;

export type Person = keyof typeof people;
export const everyone = Object.keys(people) as Person[];

/** `"lead staff"`, as the tables write it; `"all"` is everybody who has signed in. */
export function named(names: string): Set<Person> {
  if (names === "all") return new Set(everyone);
  const words = names.split(" ").filter(Boolean);
  const strangers = words.filter((word) => !(word in people));
  if (strangers.length > 0) throw new Error(`nobody is called ${strangers.join(", ")}`);
  return new Set(words as Person[]);
}
