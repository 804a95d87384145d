import { documentNumber, subjectTitle } from "@/lib/directives/labels";
import type { DirectiveState } from "@/lib/directives/schema";
import { formatDay, formatInstant } from "@/lib/time";
import { reportKindLabels } from "../labels";
import { isMarked, markText, type Part } from "../marks/rules";
import type { SearchKind } from "../schema";

/** Where a hit leads; the page knows the address. */
export type HitPlace =
  | { type: "directive" | "advisory" | "message" | "unit" | "person"; id: string }
  | { type: "assignment"; id: string; directiveId: string }
  /** Another search: all there is of a unit or a person. */
  | { type: "of-unit" | "of-person"; name: string };

export type Hit = {
  kind: SearchKind;
  id: string;
  title: Part[];
  detail: string;
  /** Where in the text the question was met; empty when the title says it. */
  passage: Part[];
  state?: DirectiveState;
  phone?: string;
  place: HitPlace;
};

/** Whoever looks after units and people goes to their page; others to what they do. */
export type NamedPlace = "administration" | "search";

const TITLE = 160;
const PASSAGE = 220;

type Numbered = { number: number | null; symbol: string; state: DirectiveState };

export type DirectiveFound = Numbered & {
  id: string;
  subject: string;
  issuedOn: Date | null;
  issuerName: string;
  text: string;
};

export function directiveHit(directive: DirectiveFound, words: string[]): Hit {
  const number = markText(documentNumber(directive), words);
  const title = markText(subjectTitle(directive.subject), words, TITLE);
  const passage = markText(directive.text, words, PASSAGE);
  return {
    kind: "directive",
    id: directive.id,
    title: [...number, { text: " · ", found: false }, ...title],
    detail: joined(directive.issuerName, directive.issuedOn && formatDay(directive.issuedOn)),
    passage: isMarked(passage) ? passage : [],
    state: directive.state,
    place: { type: "directive", id: directive.id },
  };
}

export type ObligationFound = Numbered & {
  id: string;
  directiveId: string;
  /** The actor's own, when they work for an addressed unit. */
  assignmentId: string | null;
  text: string;
  heading: string;
  dueAt: Date | null;
};

export function obligationHit(obligation: ObligationFound, words: string[]): Hit {
  const { directiveId, assignmentId, dueAt } = obligation;
  return {
    kind: "obligation",
    id: obligation.id,
    title: markText(obligation.text, words, PASSAGE),
    detail: joined(
      documentNumber(obligation),
      obligation.heading,
      dueAt && `hạn ${formatInstant(dueAt)}`,
    ),
    passage: [],
    state: obligation.state,
    place: assignmentId
      ? { type: "assignment", id: assignmentId, directiveId }
      : { type: "directive", id: directiveId },
  };
}

export type ReportFound = Numbered & {
  id: string;
  directiveId: string;
  assignmentId: string;
  kind: string;
  text: string;
  obligation: string;
  unitName: string;
  author: string;
  createdAt: Date;
};

export function reportHit(report: ReportFound, words: string[]): Hit {
  const { directiveId, assignmentId } = report;
  return {
    kind: "report",
    id: report.id,
    title: [
      { text: `${reportKindLabels[report.kind] ?? "Báo cáo"} · `, found: false },
      ...markText(report.unitName, words),
    ],
    detail: joined(report.author, formatInstant(report.createdAt), documentNumber(report)),
    passage: markText(report.text || report.obligation, words, PASSAGE),
    place: { type: "assignment", id: assignmentId, directiveId },
  };
}

type Advisory = {
  id: string;
  number: string;
  subject: string;
  issuer: string;
  issuedOn: Date | null;
  matters: string;
};

export function advisoryHit(advisory: Advisory, words: string[]): Hit {
  const title = [advisory.number && `Số ${advisory.number}`, advisory.subject];
  const passage = markText(advisory.matters, words, PASSAGE);
  return {
    kind: "advisory",
    id: advisory.id,
    title: markText(title.filter(Boolean).join(" · "), words, TITLE),
    detail: joined(advisory.issuer, advisory.issuedOn && formatDay(advisory.issuedOn)),
    passage: isMarked(passage) ? passage : [],
    place: { type: "advisory", id: advisory.id },
  };
}

type Message = { id: string; title: string; topic: string; summary: string; retired: boolean };

export function messageHit(message: Message, words: string[]): Hit {
  return {
    kind: "message",
    id: message.id,
    title: markText(message.title, words, TITLE),
    detail: joined(message.topic, message.retired && "đã thôi dùng"),
    passage: markText(message.summary, words, PASSAGE),
    place: { type: "message", id: message.id },
  };
}

type Unit = { id: string; name: string; kindLabel: string; phone: string | null; closed: boolean };

export function unitHit(unit: Unit, words: string[], place: NamedPlace): Hit {
  return {
    kind: "unit",
    id: unit.id,
    title: markText(unit.name, words),
    detail: joined(unit.kindLabel, unit.closed && "đã thôi hoạt động"),
    passage: [],
    phone: unit.phone ?? undefined,
    place:
      place === "administration"
        ? { type: "unit", id: unit.id }
        : { type: "of-unit", name: unit.name },
  };
}

type Person = {
  id: string;
  fullName: string;
  title: string;
  unitName: string;
  phone: string | null;
};

export function personHit(person: Person, words: string[], place: NamedPlace): Hit {
  return {
    kind: "person",
    id: person.id,
    title: markText(person.fullName, words),
    detail: joined(person.title, person.unitName),
    passage: [],
    phone: person.phone ?? undefined,
    place:
      place === "administration"
        ? { type: "person", id: person.id }
        : { type: "of-person", name: person.fullName },
  };
}

const joined = (...parts: (string | false | null)[]) => parts.filter(Boolean).join(" · ");
