import { runVitest } from "./vitest";

/** The papers as poppler and LibreOffice show them, and many round trips: here both must be installed. */
runVitest(["tests/documents/rendered.db.test.ts", "tests/directives/round-trip.test.ts"], {
  PAPERS_REQUIRED: "1",
});
