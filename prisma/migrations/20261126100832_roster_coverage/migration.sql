-- CreateTable
CREATE TABLE "RosterCoverage" (
    "rosterId" UUID NOT NULL,
    "post" "DutyPost" NOT NULL,
    "unitId" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "rostered" tstzmultirange NOT NULL,
    "taken" tstzmultirange NOT NULL,

    CONSTRAINT "RosterCoverage_pkey" PRIMARY KEY ("rosterId","post")
);

-- CreateTable
CREATE TABLE "RosterTouch" (
    "id" BIGSERIAL NOT NULL,
    "rosterId" UUID NOT NULL,

    CONSTRAINT "RosterTouch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RosterCoverage_campaignId_unitId_idx" ON "RosterCoverage"("campaignId", "unitId");

-- CreateIndex
CREATE INDEX "RosterTouch_rosterId_idx" ON "RosterTouch"("rosterId");

-- The published time of one roster per post, and what of it was taken, from its shifts as they stand.
CREATE FUNCTION coverage_of(roster uuid)
RETURNS TABLE (post "DutyPost", rostered tstzmultirange, taken tstzmultirange)
LANGUAGE sql STABLE AS $$
  SELECT s.post, range_agg(tstzrange(s."startsAt", s."endsAt")),
    coalesce(range_agg(tstzrange(greatest(s."startsAt", s."checkedInAt"), s."endsAt"))
      FILTER (WHERE s."checkedInAt" < s."endsAt"), '{}')
  FROM "Shift" s
  WHERE s."rosterId" = roster AND s."toEdition" IS NULL AND s."publishedAt" IS NOT NULL
  GROUP BY s.post
$$;

-- Always true: rolled up where nothing changed since, else computed from the shifts. NOT IN is looked
-- up in a hash, however many are touched since the table was last analysed.
CREATE VIEW "LiveCoverage" AS
  SELECT c."rosterId", c."unitId", c."campaignId", c.post, c.rostered, c.taken
  FROM "RosterCoverage" c
  WHERE c."rosterId" NOT IN (SELECT t."rosterId" FROM "RosterTouch" t)
  UNION ALL
  SELECT r.id, r."unitId", r."campaignId", live.post, live.rostered, live.taken
  FROM "Roster" r CROSS JOIN LATERAL coverage_of(r.id) AS live
  WHERE r.id IN (SELECT t."rosterId" FROM "RosterTouch" t);

-- Whatever writes published shifts touches their rosters in the same transaction. A handover, which
-- changes no covered minute, does not.
CREATE FUNCTION touch_rosters() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO "RosterTouch" ("rosterId")
    SELECT DISTINCT n."rosterId" FROM new_rows n JOIN old_rows o ON o.id = n.id
    WHERE n."publishedAt" IS NOT NULL
      AND (n."publishedAt", n."startsAt", n."endsAt", n.post, n."toEdition", n."checkedInAt")
          IS DISTINCT FROM
          (o."publishedAt", o."startsAt", o."endsAt", o.post, o."toEdition", o."checkedInAt");
  ELSE
    INSERT INTO "RosterTouch" ("rosterId")
    SELECT DISTINCT "rosterId" FROM new_rows WHERE "publishedAt" IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER shift_added_touches AFTER INSERT ON "Shift"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION touch_rosters();
CREATE TRIGGER shift_changed_touches AFTER UPDATE ON "Shift"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION touch_rosters();

INSERT INTO "RosterTouch" ("rosterId")
  SELECT DISTINCT "rosterId" FROM "Shift" WHERE "publishedAt" IS NOT NULL;
