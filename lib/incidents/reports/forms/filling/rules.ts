import type { Actor } from "@/lib/auth/actor";
import { formatInstant, localInput } from "@/lib/time";
import type { IncidentCase } from "../../../case/queries";
import { dutyMetBy } from "../../../deadlines/rules";
import { kindLabels } from "../../../labels";
import { isOpen, maskPhonesIn } from "../../../rules";
import { withoutInternal } from "../../addresses/rules";
import type { ReportKind } from "../../schema";
import { type FormField, fieldsOf } from "../fields/schema";
import type { FormContent } from "../schema";

export type Sender = Pick<Actor, "fullName" | "unitName"> & {
  title: string;
  phone: string;
  unitPhone: string;
};

/** What is true of a house and not of a case: taken from its own last report, never from another's. */
const lasting = new Set([
  "reporterAddress",
  "reporterPhone",
  "reporterEmail",
  "contactEmail",
  "owner",
  "securityProvider",
  "networkProvider",
  "place",
  "signerPosition",
  "signerName",
]);

type Known = {
  incident: IncidentCase;
  sender: Sender;
  /** Content of earlier reports, the latest last: of this case, and of the sender's unit. */
  earlier: { ofCase: FormContent[]; ofUnit: FormContent[] };
};

/** As much of the form as is known: from the case, then from what was written before. */
export function fillForm(kind: ReportKind, { incident, sender, earlier }: Known): FormContent {
  const names = new Set(fieldsOf(kind).map(({ name }) => name));
  const own = [...earlier.ofUnit, ...earlier.ofCase].filter(
    ({ reporterName }) => reporterName === sender.unitName,
  );
  const house = Object.assign({}, ...own) as FormContent;
  const before = Object.assign({}, ...earlier.ofCase) as FormContent;
  const filled = {
    ...pick(before, new Set([...names].filter((name) => !lasting.has(name)))),
    ...pick(house, lasting),
    ...withoutEmpty(fromCase(kind, incident, sender)),
  };
  return pick(withoutInner(filled), names);
}

/** Nor does anything that was told of the case in passing, in whatever field it stands. */
const withoutInner = (content: FormContent): FormContent =>
  Object.fromEntries(
    Object.entries(content).map(([name, value]) => [
      name,
      typeof value === "string" ? withoutInternal(value) : value,
    ]),
  );

const pick = (content: FormContent, names: Set<string>): FormContent =>
  Object.fromEntries(Object.entries(content).filter(([name]) => names.has(name)));

const withoutEmpty = (content: FormContent): FormContent =>
  Object.fromEntries(Object.entries(content).filter(([, value]) => value.length > 0));

function fromCase(kind: ReportKind, incident: IncidentCase, sender: Sender): FormContent {
  const { systems, unit, initialReport } = incident;
  const [system] = systems;
  const operator = system?.operator || unit.name;
  const duty = dutyMetBy[kind];
  const owed = incident.deadlines.find((deadline) => deadline.duty === duty);
  return {
    reporterName: sender.unitName,
    reporterPhone: sender.unitPhone,
    contactName: sender.fullName,
    contactTitle: sender.title,
    contactPhone: sender.phone,
    operator,
    systemName: systems.map(({ name }) => name).join("; ") || incident.place,
    level: String(system?.level ?? ""),
    domains: systems.flatMap(({ domain }) => domain || []).join("; "),
    addresses: systems.flatMap(({ publicIps }) => publicIps).join("\n"),
    summary: outward(`${kindLabels[incident.kind]}: ${incident.what || incident.place}`),
    detectedAt: localInput(incident.detectedAt),
    status: isOpen(incident) && !incident.recoveredAt ? "open" : "handled",
    cause: outward(incident.cause),
    result: outward(incident.resolution),
    lessons: outward(incident.lessons),
    situation: kind === "progress" ? situationOf(incident) : "",
    initialReference: initialReport ? referenceWords(initialReport) : "",
    recipients: (owed?.recipients ?? []).join("\n"),
  };
}

/** What leaves the house names neither residents' numbers nor the inside of a network. */
const outward = (text: string) => withoutInternal(maskPhonesIn(text));

const referenceWords = ({ reference, at }: { reference: string; at: Date }) =>
  `${reference ? `Số ${reference}, ` : ""}${formatInstant(at)}`;

const LINES = 12;

/** What happened since the last report up, as the timeline tells it. */
function situationOf({ entries, reports }: IncidentCase) {
  const since = reports.at(-1)?.at;
  return entries
    .filter(({ recordedAt, kind }) => kind !== "document" && (!since || recordedAt > since))
    .slice(-LINES)
    .map(({ happenedAt, text }) => `${formatInstant(happenedAt)}: ${outward(text)}`)
    .join("\n");
}

/** What still has to be asked, and what only needs a look; each in the order of the form. */
export function partFields(kind: ReportKind, filled: FormContent) {
  const isKnown = ({ name }: FormField) => (filled[name] ?? "").length > 0;
  const fields = fieldsOf(kind);
  return { asked: fields.filter((field) => !isKnown(field)), known: fields.filter(isKnown) };
}
