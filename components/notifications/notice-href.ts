const places: Record<string, (id: string) => string> = {
  directive: (id) => `/directives/${id}`,
  assignment: (id) => `/assignments/${id}`,
  periodic: (id) => `/directives/${id}/periodic`,
  "directive-calls": (id) => `/directives/${id}/calls`,
  campaign: (id) => `/campaigns/${id}`,
  roster: (id) => `/duty/rosters/${id}`,
  "quick-report": (id) => `/duty/reports/${id}`,
  "quick-report-campaign": (id) => `/duty/reports?campaign=${id}`,
  swap: () => "/duty",
  incident: (id) => `/incidents/${id}`,
  "incident-warning": () => "/incidents/warnings",
  complaint: (id) => `/complaints/${id}`,
  "source-warning": (id) => `/complaints/warnings/${id}`,
  "authority-request": (id) => `/complaints/requests/${id}`,
  "complaint-period": (id) => `/complaints/periods/${id}`,
  "period-report": (id) => `/complaints/periods/reports/${id}`,
  outage: () => "/complaints/infrastructure",
  drill: (id) => `/incidents/drills/${id}`,
  "awareness-message": (id) => `/awareness/messages/${id}`,
  advisory: (id) => `/advisories/${id}`,
  "advisory-gate": () => "/advisories/gate",
  "sweep-round": (id) => `/sweeps/${id}`,
  synthesis: (id) => `/reports/${id}`,
  profile: () => "/profile/notices",
  home: () => "/",
  shift: (id) => `/duty/shifts/${id}`,
};

/** Where the subject of a notice is looked at; null: nowhere of its own. */
export const noticeHref = (subject: { subjectType: string; subjectId: string }) =>
  places[subject.subjectType]?.(subject.subjectId) ?? null;
