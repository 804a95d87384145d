const places: Record<string, (id: string) => string> = {
  directive: (id) => `/directives/${id}`,
  "directive-calls": (id) => `/directives/${id}/calls`,
};

/** Where the subject of a notice is looked at; null: nowhere of its own. */
export const noticeHref = (subject: { subjectType: string; subjectId: string }) =>
  places[subject.subjectType]?.(subject.subjectId) ?? null;
