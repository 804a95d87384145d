-- contract: a version before this one does not say whose cases it asks for, and would show none; none of
-- them is in use yet.

-- The second wall around incidents: see SECURITY.md. A transaction says whose cases it asks for, after the
-- right was judged: those some units are in on, all, or the one that was admitted. One that says nothing
-- sees none. Each setting is read once, not for each row.
ALTER TABLE "Incident" ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_whom_was_asked ON "Incident" USING (
  (SELECT current_setting('app.incidents', true)) = 'all'
  OR id = (SELECT admitted_incident())
  OR EXISTS (SELECT 1 FROM "IncidentParty" p WHERE p."incidentId" = "Incident".id
    AND p."unitId" = ANY ((SELECT nullif(current_setting('app.incidents_of', true), '')::uuid[])::uuid[]))
);

-- What was said, done, found and reported in a case goes with it.
DO $$
DECLARE of_case text;
BEGIN
  FOREACH of_case IN ARRAY ARRAY['IncidentEntry', 'IncidentStep', 'IncidentTask', 'IncidentSystem',
                                 'IncidentIndicator', 'IncidentReport', 'IncidentView'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', of_case);
    EXECUTE format($policy$
      CREATE POLICY of_a_case_in_sight ON %1$I USING (
        "incidentId" = (SELECT admitted_incident())
        OR (SELECT current_setting('app.incidents', true)) = 'all'
        OR EXISTS (SELECT 1 FROM "IncidentParty" p WHERE p."incidentId" = %1$I."incidentId"
          AND p."unitId" = ANY ((SELECT nullif(current_setting('app.incidents_of', true), '')::uuid[])::uuid[]))
      )$policy$, of_case);
  END LOOP;
END $$;

-- A warning is read also by the units it was sent to, which are not in on its case.
ALTER TABLE "IncidentWarning" ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_a_case_in_sight ON "IncidentWarning" USING (
  "incidentId" = (SELECT admitted_incident())
  OR (SELECT current_setting('app.incidents', true)) = 'all'
  OR EXISTS (SELECT 1 FROM "IncidentWarningReceipt" r WHERE r."warningId" = "IncidentWarning".id
    AND r."unitId" = ANY ((SELECT nullif(current_setting('app.incidents_of', true), '')::uuid[])::uuid[]))
  OR EXISTS (SELECT 1 FROM "IncidentParty" p WHERE p."incidentId" = "IncidentWarning"."incidentId"
    AND p."unitId" = ANY ((SELECT nullif(current_setting('app.incidents_of', true), '')::uuid[])::uuid[]))
);

-- For figures over all units: what kind, how grave and when; not a word of what happened, where or to whom.
-- It is the owner's, and so sees all.
CREATE VIEW "IncidentFact" AS
  SELECT id, year, number, "unitId", "drillId", sign, kind, "statutoryClass", severity, tlp, state,
         "detectedAt", "reportedAt", "handlerUnitId", "acknowledgedAt", "verifiedAt", "containedAt",
         "recoveredAt", "closedAt", "escalatedAt", "mergedIntoId"
  FROM "Incident";
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'district_app') THEN
    REVOKE ALL ON "IncidentFact" FROM district_app;
    GRANT SELECT ON "IncidentFact" TO district_app;
  END IF;
END $$;
