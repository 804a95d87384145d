import { randomUUID } from "node:crypto";
import { z } from "zod";

type Json = {
  type?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Json[];
  oneOf?: Json[];
  allOf?: Json[];
  items?: Json;
  properties?: Record<string, Json>;
  required?: string[];
  minimum?: number;
  minLength?: number;
  minItems?: number;
};

export type Sample = Record<string, unknown>;

/** A filling of a form that its schema takes. What only a person would know stands in `known`. */
export function sampleOf(schema: z.ZodType): Sample {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Json;
  const form = json.oneOf?.[0] ?? json.anyOf?.[0] ?? json;
  const { properties = {}, required = [] } = form;
  const wanted = Object.entries(properties).filter(
    ([name]) => required.includes(name) || alsoGiven.has(name),
  );
  return Object.fromEntries(wanted.map(([name, one]) => [name, known[name] ?? filled(one)]));
}

function filled(json: Json): unknown {
  const choice = json.anyOf ?? json.oneOf ?? json.allOf;
  if (choice) return filled(choice[0] ?? {});
  if (json.const !== undefined) return json.const;
  if (json.enum) return json.enum[0];
  if (json.type === "array") return [filled(json.items ?? {})];
  if (json.type === "integer" || json.type === "number") return String(json.minimum ?? 1);
  if (json.format === "uuid") return randomUUID();
  if (json.format === "date") return day(30);
  if (json.format === "date-time") return `${day(30)}T08:00:00.000Z`;
  return "Thử cửa".padEnd(json.minLength ?? 0, "x");
}

const day = (shift: number) => new Date(Date.now() + shift * 86_400_000).toISOString().slice(0, 10);
const past = `${day(-1)}T08:00`;
const soon = `${day(9)}T08:00`;
const later = `${day(10)}T08:00`;

const plan = {
  name: "Thử cửa, đợt cao điểm",
  purpose: "",
  startsAt: soon,
  endsAt: later,
  occasions: [],
};
const draft = {
  ...{ symbol: "UBND", place: "", subject: "Thử cửa, trích yếu", signerAuthority: "" },
  ...{ signerPosition: "", signerName: "", basis: [], addressees: [], copies: [] },
  ...{ supportContacts: [], sections: [] },
};
const occasions = [
  { kind: "own", name: "Thử cửa", calendar: "solar", month: 1, day: 1, offset: 0, days: 1 },
];

/** Fields that a form may leave out, but without which it is refused before anyone asks who sends it. */
const alsoGiven = new Set(
  "text length kindCodes number files day note advice summary file unitIds source content reporterName reporterAddress reporterPhone reporterEmail operator recipients".split(
    " ",
  ),
);

/** What a field of this name takes, wherever it stands. */
const known: Record<string, unknown> = {
  password: "con trâu gặm sách chiều nay",
  again: "con trâu gặm sách chiều nay",
  phone: "0912000999",
  ownerPhone: "0912000999",
  contactPhone: "0912000999",
  reporterPhone: "0912000999",
  reporterEmail: "thu@example.vn",
  time: "08:00",
  occasionKind: "",
  validTo: "",
  length: "3",
  code: "thu_cua",
  username: "thu-cua",
  plan: JSON.stringify(plan),
  draft: JSON.stringify(draft),
  occasions: JSON.stringify(occasions),
  issuedOn: day(0),
  heldOn: day(-1),
  sweptOn: day(-1),
  day: day(-1),
  startsOn: day(-8),
  endsOn: day(-1),
  dueAt: soon,
  askedUntil: later,
  until: day(30),
  receivedAt: past,
  takenAt: past,
  detectedAt: past,
  happenedAt: past,
  startsAt: soon,
  endsAt: later,
  number: "7",
  populations: ["100"],
  into: "SC-2025-0001",
  servers: "0",
  workstations: "0",
  networkDevices: "0",
  serversChecked: "0",
  workstationsChecked: "0",
  malwareFound: "0",
  malwareRemoved: "0",
  vulnerabilitiesFound: "0",
  vulnerabilitiesFixed: "0",
  hunts: "0",
  reporterName: "Thử cửa",
  reporterAddress: "Thử cửa",
  operator: "Thử cửa",
  recipients: "Thử cửa",
  summary: "Thử cửa",
  file: aFile("thu-cua.csv", "a,b\n1,2\n"),
  files: [aFile("thu-cua.txt", "thu")],
  source: "0912000888",
  content: "Thử cửa",
};

/** Bytes of a kind that a form asks for. */
export function aFile(name: string, text: string) {
  return new File([text], name);
}

/** As a form sends it: a list under `name[]`, one entry each. */
export function formOf(sample: Sample) {
  const form = new FormData();
  for (const [name, value] of Object.entries(sample)) {
    if (Array.isArray(value)) for (const one of value) form.append(`${name}[]`, one);
    else if (value instanceof Blob) form.append(name, value);
    else if (value !== undefined && value !== null) form.append(name, String(value));
  }
  return form;
}
