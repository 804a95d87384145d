-- CreateTable
CREATE TABLE "WatchStanding" (
    "unitId" UUID NOT NULL,
    "kindCode" TEXT NOT NULL,
    "taken" BOOLEAN,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WatchStanding_pkey" PRIMARY KEY ("unitId")
);

-- CreateTable
CREATE TABLE "WatchTouch" (
    "id" BIGSERIAL NOT NULL,
    "unitId" UUID,

    CONSTRAINT "WatchTouch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WatchSettlement" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WatchSettlement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "WatchStanding_until_idx" ON "WatchStanding"("until");

-- Whatever decides who must watch and who is on touches its unit in the same transaction, or all of
-- them: a page reads those from the rows themselves, the tick settles them. Never met by a unique key,
-- so that two check-ins do not wait for each other.
CREATE FUNCTION touch_watch_of_roster() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "WatchTouch" ("unitId")
  SELECT DISTINCT r."unitId" FROM new_rows n JOIN "Roster" r ON r.id = n."rosterId";
  RETURN NULL;
END $$;
-- Shifts touch their rosters already, where what they cover changed.
CREATE TRIGGER roster_touches_watch AFTER INSERT ON "RosterTouch" REFERENCING NEW TABLE
  AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION touch_watch_of_roster();

CREATE FUNCTION touch_watch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "WatchTouch" ("unitId") SELECT DISTINCT "unitId" FROM touched;
  RETURN NULL;
END $$;
CREATE TRIGGER added_touches_watch AFTER INSERT ON "Roster" REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION touch_watch();
CREATE TRIGGER removed_touches_watch AFTER DELETE ON "Roster" REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION touch_watch();
CREATE TRIGGER removed_touches_watch AFTER DELETE ON "Assignment" REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION touch_watch();

-- Of assignments those alone that ask for a watch, and of changes those alone that give one up or back.
CREATE FUNCTION touch_watch_of_assignment() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "WatchTouch" ("unitId")
    SELECT DISTINCT n."unitId" FROM new_rows n JOIN "Obligation" o ON o.id = n."obligationId"
    WHERE 'watch' = ANY (o.measures);
  ELSE
    INSERT INTO "WatchTouch" ("unitId")
    SELECT DISTINCT n."unitId" FROM new_rows n JOIN old_rows b ON b.id = n.id
    WHERE (n."releasedAt", n."passedAt") IS DISTINCT FROM (b."releasedAt", b."passedAt");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER added_touches_watch AFTER INSERT ON "Assignment" REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION touch_watch_of_assignment();
CREATE TRIGGER changed_touches_watch AFTER UPDATE ON "Assignment" REFERENCING OLD TABLE AS old_rows
  NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION touch_watch_of_assignment();

-- A directive that begins or ceases to count, and a unit that begins, ends or changes its kind. What an
-- issued directive asks for is frozen.
CREATE FUNCTION touch_watch_of_directive() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "WatchTouch" ("unitId")
  SELECT DISTINCT a."unitId" FROM "Assignment" a JOIN "Obligation" o ON o.id = a."obligationId"
  WHERE a."directiveId" = NEW.id AND 'watch' = ANY (o.measures);
  RETURN NULL;
END $$;
CREATE TRIGGER state_touches_watch AFTER UPDATE OF state, "campaignId" ON "Directive"
  FOR EACH ROW WHEN ((OLD.state, OLD."campaignId") IS DISTINCT FROM (NEW.state, NEW."campaignId"))
  EXECUTE FUNCTION touch_watch_of_directive();

CREATE FUNCTION touch_watch_of_unit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "WatchTouch" ("unitId") VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER life_touches_watch AFTER UPDATE OF "validFrom", "validTo", "kindCode" ON "Unit"
  FOR EACH ROW EXECUTE FUNCTION touch_watch_of_unit();

CREATE FUNCTION touch_watch_of_all() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "WatchTouch" ("unitId") VALUES (NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER days_touch_watch AFTER INSERT OR DELETE OR UPDATE OF "startsAt", "endsAt" ON "Campaign"
  FOR EACH STATEMENT EXECUTE FUNCTION touch_watch_of_all();
CREATE TRIGGER posts_touch_watch AFTER INSERT OR DELETE OR UPDATE OF "requiredPosts" ON "DutyPolicy"
  FOR EACH STATEMENT EXECUTE FUNCTION touch_watch_of_all();
