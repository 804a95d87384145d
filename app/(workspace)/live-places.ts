import type { LivePlace } from "@/components/live/live-refresh";

/** What the pages at each place show: of that they hear, and of nothing else. The first fits. */
export const livePlaces: LivePlace[] = [
  // Where something is written at length nothing moves.
  { path: "^/.*/(new|edit|import|print)(/|$)", topics: "" },
  {
    path: "^/command",
    topics: "directives,drafts,duty,incidents,advisories,infrastructure,notices",
  },
  {
    path: "^/(coordination|locality|telecom)",
    topics: "directives,duty,incidents,advisories,awareness,complaints,infrastructure,notices",
  },
  { path: "^/(directives|assignments)", topics: "directives" },
  { path: "^/duty", topics: "duty" },
  { path: "^/incidents", topics: "incidents" },
  { path: "^/(advisories|sweeps)", topics: "advisories" },
  { path: "^/awareness", topics: "awareness" },
  { path: "^/complaints/infrastructure", topics: "infrastructure" },
  { path: "^/complaints", topics: "complaints" },
];
