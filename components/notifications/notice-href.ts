const places: Record<string, (id: string) => string> = {
  directive: (id) => `/directives/${id}`,
  campaign: (id) => `/campaigns/${id}`,
};

/** Where the subject of a notice is looked at; null: nowhere of its own. */
export const noticeHref = (subject: { subjectType: string; subjectId: string }) =>
  places[subject.subjectType]?.(subject.subjectId) ?? null;
