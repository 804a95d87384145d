import type { Draft, Recipient } from "./schema";

export type DraftSection = Draft["sections"][number];
export type DraftObligation = DraftSection["obligations"][number];
export type Place = { section: number; obligation: number };

/** What an officer does to a draft; every step keeps all text that was there. */
export type DraftStep =
  | { kind: "set"; field: Partial<Omit<Draft, "sections">> }
  | { kind: "heading"; section: number; heading: string }
  | { kind: "recipients"; section: number; recipients: Recipient[] }
  | { kind: "obligation"; at: Place; change: Partial<DraftObligation> }
  | { kind: "split"; at: Place; offset: number }
  | { kind: "merge"; at: Place }
  | { kind: "move"; at: Place; to: Place }
  | { kind: "remove"; at: Place }
  | { kind: "add"; section: number }
  | { kind: "addSection" }
  | { kind: "moveSection"; section: number; by: -1 | 1 }
  | { kind: "splitSection"; at: Place }
  | { kind: "removeSection"; section: number }
  | { kind: "dueAll"; dueAt: string | null }
  /** One for each obligation of each section, for those that have none. */
  | { kind: "dueEach"; dueAts: (string | null)[][] };

export const emptyObligation: DraftObligation = { text: "", measures: ["free"], dueAt: null };

export function reviseDraft(draft: Draft, step: DraftStep): Draft {
  switch (step.kind) {
    case "set":
      return { ...draft, ...step.field };
    case "heading":
      return onSection(draft, step.section, (section) => ({ ...section, heading: step.heading }));
    case "recipients":
      return onSection(draft, step.section, (section) => ({
        ...section,
        recipients: step.recipients,
      }));
    case "obligation":
      return onObligations(draft, step.at.section, (list) =>
        list.map((item, index) =>
          index === step.at.obligation ? { ...item, ...step.change } : item,
        ),
      );
    case "split":
      return onObligations(draft, step.at.section, (list) =>
        split(list, step.at.obligation, step.offset),
      );
    case "merge":
      return onObligations(draft, step.at.section, (list) => merge(list, step.at.obligation));
    case "move":
      return move(draft, step.at, step.to);
    case "remove":
      return onObligations(draft, step.at.section, (list) =>
        list.filter((_, index) => index !== step.at.obligation),
      );
    case "add":
      return onObligations(draft, step.section, (list) => [...list, emptyObligation]);
    case "addSection":
      return withSections(draft, [
        ...draft.sections,
        { heading: "", recipients: [], obligations: [emptyObligation] },
      ]);
    case "moveSection":
      return withSections(draft, swapped(draft.sections, step.section, step.section + step.by));
    case "splitSection":
      return splitSection(draft, step.at);
    case "removeSection":
      return withSections(
        draft,
        draft.sections.filter((_, index) => index !== step.section),
      );
    case "dueAll":
      return withSections(
        draft,
        draft.sections.map((section) => ({
          ...section,
          obligations: section.obligations.map((item) => ({
            ...item,
            dueAt: item.dueAt ?? step.dueAt,
          })),
        })),
      );
    case "dueEach":
      return withSections(
        draft,
        draft.sections.map((section, at) => ({
          ...section,
          obligations: section.obligations.map((item, index) => ({
            ...item,
            dueAt: item.dueAt ?? step.dueAts[at]?.[index] ?? null,
          })),
        })),
      );
  }
}

const withSections = (draft: Draft, sections: DraftSection[]): Draft => ({ ...draft, sections });

function onSection(draft: Draft, at: number, change: (section: DraftSection) => DraftSection) {
  return withSections(
    draft,
    draft.sections.map((section, index) => (index === at ? change(section) : section)),
  );
}

function onObligations(
  draft: Draft,
  at: number,
  change: (list: DraftObligation[]) => DraftObligation[],
) {
  return onSection(draft, at, (section) => ({
    ...section,
    obligations: change(section.obligations),
  }));
}

/** At the cursor, or at the nearest gap between words; never into an empty half. */
function split(list: DraftObligation[], at: number, offset: number) {
  const item = list[at];
  if (!item) return list;
  const gap = item.text.slice(offset).search(/\s|$/) + offset;
  const first = item.text.slice(0, gap).trim();
  const second = item.text.slice(gap).trim();
  if (!first || !second) return list;
  return list.toSpliced(at, 1, { ...item, text: first }, { ...item, text: second });
}

/** With the one above it: texts joined, measures and cooperators united, the earlier deadline. */
function merge(list: DraftObligation[], at: number) {
  const upper = list[at - 1];
  const lower = list[at];
  if (!upper || !lower) return list;
  const dueAt = [upper.dueAt, lower.dueAt].filter((due) => due !== null).sort()[0] ?? null;
  const measures = [...new Set([...upper.measures, ...lower.measures])];
  const text = [upper.text, lower.text].filter(Boolean).join("\n");
  const cooperators = distinct([...(upper.cooperators ?? []), ...(lower.cooperators ?? [])]);
  return list.toSpliced(at - 1, 2, {
    ...lower,
    ...upper,
    text,
    measures,
    dueAt,
    ...(cooperators.length > 0 ? { cooperators } : {}),
  });
}

const distinct = (recipients: Recipient[]) => [
  ...new Map(recipients.map((recipient) => [recipient.id, recipient])).values(),
];

function move(draft: Draft, from: Place, to: Place) {
  const item = draft.sections[from.section]?.obligations[from.obligation];
  if (!item || !draft.sections[to.section]) return draft;
  const without = onObligations(draft, from.section, (list) => list.toSpliced(from.obligation, 1));
  return onObligations(without, to.section, (list) => list.toSpliced(to.obligation, 0, item));
}

/** From this obligation on, a section of its own with the same recipients: how one is retargeted. */
function splitSection(draft: Draft, { section: at, obligation }: Place) {
  const section = draft.sections[at];
  if (!section || obligation === 0) return draft;
  const upper = { ...section, obligations: section.obligations.slice(0, obligation) };
  const lower = { ...section, obligations: section.obligations.slice(obligation) };
  return withSections(draft, draft.sections.toSpliced(at, 1, upper, lower));
}

function swapped<T>(list: T[], from: number, to: number) {
  const item = list[from];
  const other = list[to];
  return item === undefined || other === undefined ? list : list.with(from, other).with(to, item);
}
