const places: Record<string, (id: string) => string> = {
  directive: (id) => `/directives/${id}`,
  roster: (id) => `/duty/rosters/${id}`,
  swap: () => "/duty",
  shift: (id) => `/duty/shifts/${id}`,
};

/** Where the subject of a notice is looked at; null: nowhere of its own. */
export const noticeHref = (subject: { subjectType: string; subjectId: string }) =>
  places[subject.subjectType]?.(subject.subjectId) ?? null;
