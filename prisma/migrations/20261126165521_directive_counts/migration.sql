-- CreateTable
CREATE TABLE "DirectiveCount" (
    "id" BIGSERIAL NOT NULL,
    "directiveId" UUID NOT NULL,
    "units" INTEGER NOT NULL DEFAULT 0,
    "opened" INTEGER NOT NULL DEFAULT 0,
    "acknowledged" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "reported" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "DirectiveCount_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DirectiveCount_directiveId_idx" ON "DirectiveCount"("directiveId");

-- A row counts while its unit answers for it: see the views "LiveReceipt" and "LiveAssignment".
CREATE FUNCTION changed_rows(operation text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE operation
    WHEN 'INSERT' THEN 'SELECT *, 1 AS n FROM new_rows'
    WHEN 'DELETE' THEN 'SELECT *, -1 AS n FROM old_rows'
    ELSE 'SELECT *, 1 AS n FROM new_rows UNION ALL SELECT *, -1 FROM old_rows' END
$$;

CREATE FUNCTION count_receipts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('
    INSERT INTO "DirectiveCount" ("directiveId", units, opened, acknowledged)
    SELECT * FROM (
      SELECT "directiveId", sum(n) AS units,
        coalesce(sum(n) FILTER (WHERE "openedAt" IS NOT NULL), 0) AS opened,
        coalesce(sum(n) FILTER (WHERE "acknowledgedAt" IS NOT NULL), 0) AS acknowledged
      FROM (%s) c WHERE "releasedAt" IS NULL AND "passedAt" IS NULL GROUP BY "directiveId") d
    WHERE (units, opened, acknowledged) <> (0, 0, 0)', changed_rows(TG_OP));
  RETURN NULL;
END $$;

CREATE FUNCTION count_assignments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('
    INSERT INTO "DirectiveCount" ("directiveId", total, accepted, reported)
    SELECT * FROM (
      SELECT "directiveId", sum(n) AS total,
        coalesce(sum(n) FILTER (WHERE "acceptedAt" IS NOT NULL), 0) AS accepted,
        coalesce(sum(n) FILTER (WHERE "acceptedAt" IS NULL AND "reportedAt" IS NOT NULL), 0) AS reported
      FROM (%s) c WHERE "releasedAt" IS NULL AND "passedAt" IS NULL GROUP BY "directiveId") d
    WHERE (total, accepted, reported) <> (0, 0, 0)', changed_rows(TG_OP));
  RETURN NULL;
END $$;

DO $$
DECLARE
  source text[];
BEGIN
  FOREACH source SLICE 1 IN ARRAY ARRAY[
    ['DirectiveReceipt', 'count_receipts'], ['Assignment', 'count_assignments']]
  LOOP
    EXECUTE format('CREATE TRIGGER added_is_counted AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION %I()', source[1], source[2]);
    EXECUTE format('CREATE TRIGGER changed_is_counted AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows
      NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION %I()', source[1], source[2]);
    EXECUTE format('CREATE TRIGGER removed_is_counted AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows
      FOR EACH STATEMENT EXECUTE FUNCTION %I()', source[1], source[2]);
  END LOOP;
END $$;

INSERT INTO "DirectiveCount" ("directiveId", units, opened, acknowledged)
SELECT "directiveId", count(*), count("openedAt"), count("acknowledgedAt") FROM "LiveReceipt" GROUP BY 1;
INSERT INTO "DirectiveCount" ("directiveId", total, accepted, reported)
SELECT "directiveId", count(*), count("acceptedAt"),
  count(*) FILTER (WHERE "acceptedAt" IS NULL AND "reportedAt" IS NOT NULL) FROM "LiveAssignment" GROUP BY 1;

-- What is late of a directive, what is due next, and what waits longest to be judged.
CREATE INDEX assignment_open_by_due ON "Assignment" ("directiveId", "dueAt") INCLUDE ("unitId")
  WHERE "reportedAt" IS NULL AND "acceptedAt" IS NULL AND "releasedAt" IS NULL AND "passedAt" IS NULL;
CREATE INDEX assignment_to_judge ON "Assignment" ("reportedAt", id)
  WHERE "reportedAt" IS NOT NULL AND "acceptedAt" IS NULL AND "releasedAt" IS NULL AND "passedAt" IS NULL;

-- Who is on this minute is read from the index alone.
DROP INDEX shift_on_duty;
CREATE INDEX shift_on_duty ON "Shift" USING gist (tstzrange("startsAt", "endsAt", '[)'))
  INCLUDE ("unitId", "rosterId", post, "checkedInAt", "startsAt", "endsAt")
  WHERE "toEdition" IS NULL AND "publishedAt" IS NOT NULL;
