-- A file is taken in by several statements, each while the next rows are read. Its rows are counted once,
-- when the file is done and in the same transaction: else a source that every part names is written
-- again with each. The same function counts both, by what it is told to read.
DROP TRIGGER complaints_added ON "Complaint";
CREATE OR REPLACE FUNCTION complaints_added() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  import uuid := CASE WHEN TG_LEVEL = 'ROW' THEN NEW.id END;
BEGIN
  EXECUTE format($sql$
    INSERT INTO "ReportedSource" AS s (kind, value, complaints, "telcoIds", "communeIds", "firstAt", "lastAt")
    SELECT "sourceKind", "sourceValue", coalesce(sum(n) FILTER (WHERE first_hand), 0),
           array_agg(DISTINCT "telcoId"),
           coalesce(array_agg(DISTINCT "enteredByUnitId") FILTER (WHERE "enteredByUnitId" <> "telcoId" AND first_hand), '{}'),
           min(first), max(last)
    FROM (SELECT "sourceKind", "sourceValue", "telcoId", "enteredByUnitId", "routedFromId" IS NULL AS first_hand,
                 count(*) AS n, min("receivedAt") AS first, max("receivedAt") AS last
          FROM %1$s AND "sourceValue" IS NOT NULL GROUP BY 1, 2, 3, 4, 5) AS few
    GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (kind, value) DO UPDATE SET
      complaints = s.complaints + EXCLUDED.complaints,
      "telcoIds" = CASE WHEN s."telcoIds" @> EXCLUDED."telcoIds" THEN s."telcoIds"
                        ELSE union_of(s."telcoIds", EXCLUDED."telcoIds") END,
      "communeIds" = CASE WHEN s."communeIds" @> EXCLUDED."communeIds" THEN s."communeIds"
                          ELSE union_of(s."communeIds", EXCLUDED."communeIds") END,
      "firstAt" = least(s."firstAt", EXCLUDED."firstAt"),
      "lastAt" = greatest(s."lastAt", EXCLUDED."lastAt")$sql$, TG_ARGV[0]) USING import;
  EXECUTE format($sql$
    INSERT INTO "ComplaintTally" AS t ("telcoId", day, kind, event, count)
    SELECT "telcoId", (hour AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, kind, event, sum(n)
    FROM (SELECT "telcoId", date_bin('1 hour', "receivedAt", '2000-01-01 00:00+00') AS hour, kind, 'received' AS event, count(*) AS n
          FROM %1$s GROUP BY 1, 2, 3
          UNION ALL
          SELECT "telcoId", date_bin('1 hour', "closedAt", '2000-01-01 00:00+00'), kind, state::text, count(*)
          FROM %1$s AND "closedAt" IS NOT NULL GROUP BY 1, 2, 3, 4) AS few
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT ("telcoId", day, kind, event) DO UPDATE SET count = t.count + EXCLUDED.count$sql$, TG_ARGV[0]) USING import;
  RETURN NULL;
END $$;
CREATE TRIGGER complaints_added AFTER INSERT ON "Complaint" REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION complaints_added('new_rows WHERE "importId" IS NULL');
CREATE TRIGGER complaints_added AFTER UPDATE OF state ON "ComplaintImport"
  FOR EACH ROW WHEN (NEW.state = 'done' AND OLD.state <> 'done')
  EXECUTE FUNCTION complaints_added('"Complaint" WHERE "importId" = $1');

-- The rows of a file lie together: where is told by a range, at a tenth of what an entry for each row costs.
DROP INDEX "Complaint_import_idx";
CREATE INDEX "Complaint_import_idx" ON "Complaint" USING brin ("importId") WITH (pages_per_range = 32, autosummarize = on);

-- The last key that was checked row by row, once for each statement as the others are.
ALTER TABLE "Complaint" DROP CONSTRAINT "Complaint_routedFromId_fkey";
CREATE OR REPLACE FUNCTION complaints_named() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  units uuid[];
  imports uuid[];
  before uuid[];
BEGIN
  SELECT array_agg(DISTINCT unit), array_agg(DISTINCT n."importId") FILTER (WHERE n."importId" IS NOT NULL)
  INTO units, imports
  FROM (SELECT DISTINCT "telcoId", "enteredByUnitId", "importId" FROM new_rows) AS n,
       unnest(ARRAY[n."telcoId", n."enteredByUnitId"]) AS unit;
  SELECT array_agg("routedFromId") INTO before FROM new_rows WHERE "routedFromId" IS NOT NULL;
  PERFORM 1 FROM "Unit" WHERE id = ANY (units) ORDER BY id FOR KEY SHARE;
  PERFORM 1 FROM "ComplaintImport" WHERE id = ANY (imports) ORDER BY id FOR KEY SHARE;
  PERFORM 1 FROM "Complaint" WHERE id = ANY (before) ORDER BY id FOR KEY SHARE;
  IF (SELECT count(*) FROM "Unit" WHERE id = ANY (units)) <> coalesce(cardinality(units), 0)
    OR (SELECT count(*) FROM "ComplaintImport" WHERE id = ANY (imports)) <> coalesce(cardinality(imports), 0)
    OR (SELECT count(*) FROM "Complaint" WHERE id = ANY (before)) <> coalesce(cardinality(before), 0)
  THEN RAISE foreign_key_violation USING MESSAGE = 'a complaint names a unit, an import or a complaint that is not there'; END IF;
  RETURN NULL;
END $$;
-- The complaint that is routed is seen by whoever routes it; that it exists is asked without a look at whose it is.
ALTER FUNCTION complaints_named() SECURITY DEFINER SET search_path = public, pg_temp;
CREATE FUNCTION keep_routed_complaints() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM old_rows o JOIN "Complaint" c ON c."routedFromId" = o.id)
  THEN RAISE foreign_key_violation USING MESSAGE = 'a complaint came from it'; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER routed_kept AFTER DELETE ON "Complaint"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_routed_complaints();
