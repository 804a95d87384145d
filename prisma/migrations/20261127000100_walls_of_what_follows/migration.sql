-- contract: a version before this one does not say whose files, dates and answers it asks for, and would
-- show none; none of them is in use yet.

-- The second wall goes on around what a telco's files wait to be taken in, when what of a case is due, and
-- what units answered to its warnings: see SECURITY.md.
ALTER TABLE "ComplaintImport" ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_whom_was_asked ON "ComplaintImport" USING (
  "telcoId" = ANY ((SELECT nullif(current_setting('app.complaints_of', true), '')::uuid[])::uuid[])
  OR (SELECT current_setting('app.complaints', true)) = 'all'
);

ALTER TABLE "IncidentDeadline" ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_a_case_in_sight ON "IncidentDeadline" USING (
  "incidentId" = (SELECT admitted_incident())
  OR (SELECT current_setting('app.incidents', true)) = 'all'
  OR EXISTS (SELECT 1 FROM "IncidentParty" p WHERE p."incidentId" = "IncidentDeadline"."incidentId"
    AND p."unitId" = ANY ((SELECT nullif(current_setting('app.incidents_of', true), '')::uuid[])::uuid[]))
);

-- The policy of a warning reads its receipts: asked the other way round past that policy, the two do not
-- ask each other for ever.
CREATE FUNCTION case_of_warning(uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS
$$ SELECT "incidentId" FROM "IncidentWarning" WHERE id = $1 $$;

-- Each unit its own answer; all of them who is in on the case.
ALTER TABLE "IncidentWarningReceipt" ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_whom_was_asked ON "IncidentWarningReceipt" USING (
  "unitId" = ANY ((SELECT nullif(current_setting('app.incidents_of', true), '')::uuid[])::uuid[])
  OR (SELECT current_setting('app.incidents', true)) = 'all'
  OR case_of_warning("warningId") = (SELECT admitted_incident())
  OR EXISTS (SELECT 1 FROM "IncidentParty" p WHERE p."incidentId" = case_of_warning("warningId")
    AND p."unitId" = ANY ((SELECT nullif(current_setting('app.incidents_of', true), '')::uuid[])::uuid[]))
);
