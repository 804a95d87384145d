-- contract: a version before this one does not say whose complaints it asks for, and would show none; none
-- of them is in use yet.

-- The second wall around complaints: see SECURITY.md. A transaction says whose complaints it asks for,
-- after the right to them was judged; one that says nothing sees none.
ALTER TABLE "Complaint" ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_whom_was_asked ON "Complaint" USING (
  -- Each list is read once, not for each row; and in this order a telco's own rows are asked one thing.
  "telcoId" = ANY ((SELECT nullif(current_setting('app.complaints_of', true), '')::uuid[])::uuid[])
  OR (SELECT current_setting('app.complaints', true)) = 'all'
  OR "enteredByUnitId" = ANY ((SELECT nullif(current_setting('app.complaints_by', true), '')::uuid[])::uuid[])
);
ALTER TABLE "ComplaintEntry" ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_a_complaint_in_sight ON "ComplaintEntry" USING (
  EXISTS (SELECT 1 FROM "Complaint" c WHERE c.id = "complaintId")
);

-- For figures over all telcos: when, of which source and until when; not a word of who complained or what
-- they told. It is the owner's, and so sees all.
CREATE VIEW "ComplaintFact" AS
  SELECT id, year, number, "telcoId", "enteredByUnitId", "routedFromId", kind, "sourceKind", "sourceValue",
         "receivedAt", "enteredAt", "dueAt", "closedAt"
  FROM "Complaint";
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'district_app') THEN
    REVOKE ALL ON "ComplaintFact" FROM district_app;
    GRANT SELECT ON "ComplaintFact" TO district_app;
  END IF;
END $$;

-- What is counted and kept for all has to see all.
ALTER FUNCTION complaints_removed() SECURITY DEFINER SET search_path = public, pg_temp;
ALTER FUNCTION keep_named_by_complaints() SECURITY DEFINER SET search_path = public, pg_temp;

-- The policy reads who took a complaint down: with it in the index, what is open is still counted by the
-- index alone.
DROP INDEX IF EXISTS "Complaint_open_idx";
CREATE INDEX "Complaint_open_idx" ON "Complaint" ("telcoId", "dueAt", id) INCLUDE (state, "enteredByUnitId")
  WHERE "closedAt" IS NULL;
