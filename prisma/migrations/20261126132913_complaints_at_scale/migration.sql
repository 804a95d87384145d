-- DropIndex
DROP INDEX "Complaint_telcoId_receivedAt_id_idx";

-- DropIndex
DROP INDEX "Complaint_receivedAt_id_idx";

-- AlterTable
ALTER TABLE "Complaint" ADD COLUMN     "reopenedAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Complaint_telcoId_receivedAt_id_idx" ON "Complaint"("telcoId", "receivedAt", "id");

-- Each telco is read from its own index, also by whoever sees all of them: what is open in the order
-- it is due, with its state to count by; nothing is kept twice for the cross-telco view.
DROP INDEX "Complaint_due_idx";
DROP INDEX "Complaint_open_idx";
CREATE INDEX "Complaint_open_idx" ON "Complaint" ("telcoId", "dueAt", id) INCLUDE (state) WHERE "closedAt" IS NULL;
DROP INDEX "Complaint_source_idx";
CREATE INDEX "Complaint_source_idx" ON "Complaint" ("sourceValue", "receivedAt", id) WHERE "sourceValue" IS NOT NULL;
DROP INDEX "Complaint_routedFromId_key";
CREATE UNIQUE INDEX "Complaint_routedFromId_key" ON "Complaint" ("routedFromId") WHERE "routedFromId" IS NOT NULL;

-- A file of 100,000 rows names one telco and one import: a key that is checked row by row costs more
-- than all indexes together. The same keys are held once for each statement instead.
ALTER TABLE "Complaint" DROP CONSTRAINT "Complaint_telcoId_fkey";
ALTER TABLE "Complaint" DROP CONSTRAINT "Complaint_enteredByUnitId_fkey";
ALTER TABLE "Complaint" DROP CONSTRAINT "Complaint_importId_fkey";

CREATE FUNCTION complaints_named() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  units uuid[];
  imports uuid[];
BEGIN
  SELECT array_agg(DISTINCT unit) INTO units
  FROM (SELECT DISTINCT "telcoId", "enteredByUnitId" FROM new_rows) AS n, unnest(ARRAY[n."telcoId", n."enteredByUnitId"]) AS unit;
  SELECT array_agg(DISTINCT "importId") INTO imports FROM new_rows WHERE "importId" IS NOT NULL;
  PERFORM 1 FROM "Unit" WHERE id = ANY (units) ORDER BY id FOR KEY SHARE;
  PERFORM 1 FROM "ComplaintImport" WHERE id = ANY (imports) ORDER BY id FOR KEY SHARE;
  IF (SELECT count(*) FROM "Unit" WHERE id = ANY (units)) <> coalesce(cardinality(units), 0)
    OR (SELECT count(*) FROM "ComplaintImport" WHERE id = ANY (imports)) <> coalesce(cardinality(imports), 0)
  THEN RAISE foreign_key_violation USING MESSAGE = 'a complaint names a unit or an import that is not there'; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER complaints_named AFTER INSERT ON "Complaint"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION complaints_named();

CREATE FUNCTION keep_named_by_complaints() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Complaint" WHERE "telcoId" = OLD.id)
    OR EXISTS (SELECT 1 FROM "Complaint" WHERE "enteredByUnitId" = OLD.id AND "enteredByUnitId" <> "telcoId")
    OR EXISTS (SELECT 1 FROM "Complaint" WHERE "importId" = OLD.id)
  THEN RAISE foreign_key_violation USING MESSAGE = 'complaints name it'; END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER named_by_complaints BEFORE DELETE ON "Unit"
  FOR EACH ROW EXECUTE FUNCTION keep_named_by_complaints();
CREATE TRIGGER named_by_complaints BEFORE DELETE ON "ComplaintImport"
  FOR EACH ROW EXECUTE FUNCTION keep_named_by_complaints();

-- A case that ended is taken up again only as such, and the day it was is told apart; who it belongs
-- to, when it came and what it is about never change.
CREATE OR REPLACE FUNCTION complaints_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM new_rows n JOIN old_rows o ON o.id = n.id
             WHERE (n."telcoId", n."enteredByUnitId", n."importId", n."receivedAt", n.kind, n."sourceKind", n."sourceValue")
                   IS DISTINCT FROM
                   (o."telcoId", o."enteredByUnitId", o."importId", o."receivedAt", o.kind, o."sourceKind", o."sourceValue")
                OR (o."closedAt" IS NOT NULL AND (n."closedAt", n.state) IS DISTINCT FROM (o."closedAt", o.state)
                    AND NOT (n."closedAt" IS NULL AND n.state = 'verifying' AND o.state <> 'routed'
                             AND n."reopenedAt" >= o."closedAt" AND n."reopenedAt" IS DISTINCT FROM o."reopenedAt")))
  THEN RAISE EXCEPTION 'a complaint keeps its telco, its source and its end'; END IF;
  INSERT INTO "ComplaintTally" AS t ("telcoId", day, kind, event, count)
  SELECT n."telcoId", (n."closedAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, n.kind, n.state::text, count(*)
  FROM new_rows n JOIN old_rows o ON o.id = n.id
  WHERE o."closedAt" IS NULL AND n."closedAt" IS NOT NULL GROUP BY 1, 2, 3, 4
  UNION ALL
  SELECT n."telcoId", (n."reopenedAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, n.kind, 'reopened', count(*)
  FROM new_rows n JOIN old_rows o ON o.id = n.id
  WHERE o."closedAt" IS NOT NULL AND n."closedAt" IS NULL GROUP BY 1, 2, 3
  ORDER BY 1, 2, 3, 4
  ON CONFLICT ("telcoId", day, kind, event) DO UPDATE SET count = t.count + EXCLUDED.count;
  RETURN NULL;
END $$;
