-- CreateEnum
CREATE TYPE "DutyPost" AS ENUM ('leader', 'staff');

-- CreateEnum
CREATE TYPE "AbsenceKind" AS ENUM ('leave', 'wish');

-- CreateEnum
CREATE TYPE "RosterState" AS ENUM ('draft', 'submitted', 'published');

-- CreateEnum
CREATE TYPE "CheckInKind" AS ENUM ('start', 'mid');

-- CreateEnum
CREATE TYPE "LogKind" AS ENUM ('nil', 'routine', 'call', 'alert', 'order', 'incident');

-- CreateEnum
CREATE TYPE "DutyAlertKind" AS ENUM ('missed_check_in', 'unsigned_handover', 'missed_mid_check');

-- CreateTable
CREATE TABLE "DutyPerson" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "unitId" UUID NOT NULL,
    "userId" UUID,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "posts" "DutyPost"[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DutyPerson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DutyAbsence" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "personId" UUID NOT NULL,
    "kind" "AbsenceKind" NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "DutyAbsence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DutyPolicy" (
    "campaignId" UUID NOT NULL,
    "requiredPosts" "DutyPost"[],
    "missedCheckInMinutes" INTEGER NOT NULL,
    "unsignedHandoverMinutes" INTEGER NOT NULL,
    "escalationStepMinutes" INTEGER NOT NULL,
    "midShiftCheck" BOOLEAN NOT NULL,
    "minimumRestMinutes" INTEGER NOT NULL,
    "weights" JSONB NOT NULL,
    "holidays" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "DutyPolicy_pkey" PRIMARY KEY ("campaignId")
);

-- CreateTable
CREATE TABLE "DutyUnitRule" (
    "unitId" UUID NOT NULL,
    "swapNeedsApproval" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "DutyUnitRule_pkey" PRIMARY KEY ("unitId")
);

-- CreateTable
CREATE TABLE "Roster" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "unitId" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "state" "RosterState" NOT NULL DEFAULT 'draft',
    "edition" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "pattern" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "submittedById" UUID,
    "returnedAt" TIMESTAMPTZ(3),
    "returnReason" TEXT,
    "publishedAt" TIMESTAMPTZ(3),
    "publishedById" UUID,
    "gapReason" TEXT,

    CONSTRAINT "Roster_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RosterEdition" (
    "rosterId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "changes" JSONB NOT NULL,

    CONSTRAINT "RosterEdition_pkey" PRIMARY KEY ("rosterId","number")
);

-- CreateTable
CREATE TABLE "Shift" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "rosterId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "post" "DutyPost" NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "fromEdition" INTEGER NOT NULL DEFAULT 1,
    "toEdition" INTEGER,
    "replacesId" UUID,
    "checkedInAt" TIMESTAMPTZ(3),
    "handedOverAt" TIMESTAMPTZ(3),

    CONSTRAINT "Shift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckIn" (
    "id" UUID NOT NULL,
    "shiftId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "kind" "CheckInKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "deviceAt" TIMESTAMPTZ(3),
    "byId" UUID NOT NULL,

    CONSTRAINT "CheckIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShiftLogEntry" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "shiftId" UUID NOT NULL,
    "kind" "LogKind" NOT NULL,
    "text" TEXT NOT NULL,
    "happenedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "deviceAt" TIMESTAMPTZ(3),
    "correctsId" UUID,
    "writtenById" UUID NOT NULL,

    CONSTRAINT "ShiftLogEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Handover" (
    "id" UUID NOT NULL,
    "shiftId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "points" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "deviceAt" TIMESTAMPTZ(3),
    "writtenById" UUID NOT NULL,
    "nextShiftId" UUID,
    "signedAt" TIMESTAMPTZ(3),
    "signedById" UUID,
    "signedNote" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DutyAlert" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "shiftId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "kind" "DutyAlertKind" NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "step" INTEGER NOT NULL DEFAULT 0,
    "nextStepAt" TIMESTAMPTZ(3),
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DutyAlert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SwapRequest" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "shiftId" UUID NOT NULL,
    "otherShiftId" UUID,
    "fromPersonId" UUID NOT NULL,
    "toPersonId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "requestedById" UUID NOT NULL,
    "consentedAt" TIMESTAMPTZ(3),
    "approvedAt" TIMESTAMPTZ(3),
    "approvedById" UUID,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "endReason" TEXT,
    "appliedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SwapRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "unitId" UUID NOT NULL,
    "personId" UUID,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DutyPerson_unitId_idx" ON "DutyPerson"("unitId");

-- CreateIndex
CREATE INDEX "DutyPerson_userId_idx" ON "DutyPerson"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "DutyPerson_id_unitId_key" ON "DutyPerson"("id", "unitId");

-- CreateIndex
CREATE INDEX "DutyAbsence_personId_startsAt_idx" ON "DutyAbsence"("personId", "startsAt");

-- CreateIndex
CREATE INDEX "Roster_campaignId_idx" ON "Roster"("campaignId");

-- CreateIndex
CREATE UNIQUE INDEX "Roster_unitId_campaignId_key" ON "Roster"("unitId", "campaignId");

-- CreateIndex
CREATE UNIQUE INDEX "Roster_id_unitId_key" ON "Roster"("id", "unitId");

-- CreateIndex
CREATE INDEX "Shift_rosterId_startsAt_idx" ON "Shift"("rosterId", "startsAt");

-- CreateIndex
CREATE INDEX "Shift_unitId_startsAt_idx" ON "Shift"("unitId", "startsAt");

-- CreateIndex
CREATE INDEX "Shift_personId_startsAt_idx" ON "Shift"("personId", "startsAt");

-- CreateIndex
CREATE INDEX "CheckIn_shiftId_at_idx" ON "CheckIn"("shiftId", "at");

-- CreateIndex
CREATE INDEX "ShiftLogEntry_shiftId_happenedAt_id_idx" ON "ShiftLogEntry"("shiftId", "happenedAt", "id");

-- CreateIndex
CREATE INDEX "ShiftLogEntry_unitId_happenedAt_idx" ON "ShiftLogEntry"("unitId", "happenedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Handover_shiftId_key" ON "Handover"("shiftId");

-- CreateIndex
CREATE INDEX "Handover_nextShiftId_idx" ON "Handover"("nextShiftId");

-- CreateIndex
CREATE INDEX "Handover_unitId_writtenAt_idx" ON "Handover"("unitId", "writtenAt" DESC);

-- CreateIndex
CREATE INDEX "DutyAlert_unitId_raisedAt_idx" ON "DutyAlert"("unitId", "raisedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "DutyAlert_shiftId_kind_key" ON "DutyAlert"("shiftId", "kind");

-- CreateIndex
CREATE INDEX "SwapRequest_unitId_requestedAt_idx" ON "SwapRequest"("unitId", "requestedAt" DESC);

-- CreateIndex
CREATE INDEX "SwapRequest_shiftId_idx" ON "SwapRequest"("shiftId");

-- CreateIndex
CREATE INDEX "SwapRequest_toPersonId_idx" ON "SwapRequest"("toPersonId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");

-- CreateIndex
CREATE INDEX "CalendarFeed_unitId_idx" ON "CalendarFeed"("unitId");

-- AddForeignKey
ALTER TABLE "DutyPerson" ADD CONSTRAINT "DutyPerson_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyPerson" ADD CONSTRAINT "DutyPerson_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyAbsence" ADD CONSTRAINT "DutyAbsence_personId_fkey" FOREIGN KEY ("personId") REFERENCES "DutyPerson"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyPolicy" ADD CONSTRAINT "DutyPolicy_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyUnitRule" ADD CONSTRAINT "DutyUnitRule_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Roster" ADD CONSTRAINT "Roster_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Roster" ADD CONSTRAINT "Roster_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RosterEdition" ADD CONSTRAINT "RosterEdition_rosterId_fkey" FOREIGN KEY ("rosterId") REFERENCES "Roster"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Shift" ADD CONSTRAINT "Shift_rosterId_unitId_fkey" FOREIGN KEY ("rosterId", "unitId") REFERENCES "Roster"("id", "unitId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Shift" ADD CONSTRAINT "Shift_personId_unitId_fkey" FOREIGN KEY ("personId", "unitId") REFERENCES "DutyPerson"("id", "unitId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Shift" ADD CONSTRAINT "Shift_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Shift"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShiftLogEntry" ADD CONSTRAINT "ShiftLogEntry_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_nextShiftId_fkey" FOREIGN KEY ("nextShiftId") REFERENCES "Shift"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyAlert" ADD CONSTRAINT "DutyAlert_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SwapRequest" ADD CONSTRAINT "SwapRequest_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SwapRequest" ADD CONSTRAINT "SwapRequest_otherShiftId_fkey" FOREIGN KEY ("otherShiftId") REFERENCES "Shift"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SwapRequest" ADD CONSTRAINT "SwapRequest_fromPersonId_fkey" FOREIGN KEY ("fromPersonId") REFERENCES "DutyPerson"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SwapRequest" ADD CONSTRAINT "SwapRequest_toPersonId_fkey" FOREIGN KEY ("toPersonId") REFERENCES "DutyPerson"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_personId_fkey" FOREIGN KEY ("personId") REFERENCES "DutyPerson"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Half-open, and never backwards.
ALTER TABLE "Roster" ADD CONSTRAINT roster_window CHECK ("startsAt" < "endsAt");
ALTER TABLE "Shift" ADD CONSTRAINT shift_window CHECK ("startsAt" < "endsAt");
ALTER TABLE "DutyAbsence" ADD CONSTRAINT absence_window CHECK ("startsAt" < "endsAt");
ALTER TABLE "Shift" ADD CONSTRAINT shift_editions CHECK ("toEdition" IS NULL OR "toEdition" > "fromEdition");
ALTER TABLE "DutyAlert" ADD CONSTRAINT duty_alert_step CHECK (step BETWEEN 0 AND 4);

-- Nobody stands twice on one post at one time. Shifts that were amended away are history.
ALTER TABLE "Shift" ADD CONSTRAINT shift_no_overlap EXCLUDE USING gist (
  "personId" WITH =, post WITH =, tstzrange("startsAt", "endsAt", '[)') WITH &&
) WHERE ("toEdition" IS NULL);

-- Who is on now, of all units.
CREATE INDEX shift_on_duty ON "Shift" USING gist (tstzrange("startsAt", "endsAt", '[)'))
  WHERE "toEdition" IS NULL AND "publishedAt" IS NOT NULL;

-- What the escalation looks for every minute.
CREATE INDEX shift_not_taken ON "Shift" ("startsAt")
  WHERE "toEdition" IS NULL AND "publishedAt" IS NOT NULL AND "checkedInAt" IS NULL;
CREATE INDEX shift_not_handed_over ON "Shift" ("endsAt")
  WHERE "toEdition" IS NULL AND "checkedInAt" IS NOT NULL AND "handedOverAt" IS NULL;
CREATE INDEX duty_alert_open ON "DutyAlert" ("nextStepAt") WHERE "resolvedAt" IS NULL;
CREATE INDEX swap_open ON "SwapRequest" ("unitId") WHERE "appliedAt" IS NULL AND "endedAt" IS NULL;

-- An account stands for one living person of its unit.
CREATE UNIQUE INDEX duty_person_account ON "DutyPerson" ("userId") WHERE "removedAt" IS NULL;
-- A shift is taken once; a shift waits for one swap at a time.
CREATE UNIQUE INDEX check_in_once ON "CheckIn" ("shiftId") WHERE kind = 'start';
CREATE UNIQUE INDEX swap_once ON "SwapRequest" ("shiftId") WHERE "appliedAt" IS NULL AND "endedAt" IS NULL;

-- A shift lies inside its roster's window; the row is held, so that the window cannot move meanwhile.
CREATE FUNCTION keep_shift_in_window() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE roster record;
BEGIN
  SELECT "startsAt", "endsAt" INTO roster FROM "Roster" WHERE id = NEW."rosterId" FOR SHARE;
  IF NEW."startsAt" < roster."startsAt" OR NEW."endsAt" > roster."endsAt" THEN
    RAISE EXCEPTION 'a shift lies inside the window of its roster' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER shift_in_window BEFORE INSERT OR UPDATE OF "startsAt", "endsAt", "rosterId" ON "Shift"
  FOR EACH ROW EXECUTE FUNCTION keep_shift_in_window();

CREATE FUNCTION keep_window_around_shifts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Shift" WHERE "rosterId" = NEW.id
             AND ("startsAt" < NEW."startsAt" OR "endsAt" > NEW."endsAt")) THEN
    RAISE EXCEPTION 'a shift lies inside the window of its roster' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER roster_around_shifts BEFORE UPDATE OF "startsAt", "endsAt" ON "Roster"
  FOR EACH ROW EXECUTE FUNCTION keep_window_around_shifts();

-- What was published, taken, written or signed stays as it was.
CREATE FUNCTION keep_published_shift() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."publishedAt" IS NOT NULL THEN
      RAISE EXCEPTION 'a published shift is never deleted';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD."publishedAt" IS NOT NULL AND (
    (NEW."publishedAt", NEW."rosterId", NEW."personId", NEW.post, NEW."startsAt", NEW."fromEdition")
    IS DISTINCT FROM
    (OLD."publishedAt", OLD."rosterId", OLD."personId", OLD.post, OLD."startsAt", OLD."fromEdition")
    OR OLD."toEdition" IS NOT NULL AND NEW."toEdition" IS DISTINCT FROM OLD."toEdition"
    OR OLD."checkedInAt" IS NOT NULL AND NEW."checkedInAt" IS DISTINCT FROM OLD."checkedInAt"
    OR NEW."endsAt" > OLD."endsAt"
  ) THEN
    RAISE EXCEPTION 'a published shift is amended by another, never rewritten';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER shift_kept BEFORE UPDATE OR DELETE ON "Shift"
  FOR EACH ROW EXECUTE FUNCTION keep_published_shift();

CREATE TRIGGER roster_edition_append_only
  BEFORE UPDATE OR DELETE ON "RosterEdition" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER check_in_append_only
  BEFORE UPDATE OR DELETE ON "CheckIn" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER shift_log_append_only
  BEFORE UPDATE OR DELETE ON "ShiftLogEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION keep_signed_handover() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."signedAt" IS NOT NULL
    OR (NEW."shiftId", NEW.points, NEW."writtenAt", NEW."writtenById")
       IS DISTINCT FROM (OLD."shiftId", OLD.points, OLD."writtenAt", OLD."writtenById") THEN
    RAISE EXCEPTION 'a handover is written once and signed once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER handover_kept BEFORE UPDATE OR DELETE ON "Handover"
  FOR EACH ROW EXECUTE FUNCTION keep_signed_handover();

-- Who did it is a person of the house.
ALTER TABLE "Roster" ADD FOREIGN KEY ("createdById") REFERENCES "User"(id);
ALTER TABLE "RosterEdition" ADD FOREIGN KEY ("byId") REFERENCES "User"(id);
ALTER TABLE "CheckIn" ADD FOREIGN KEY ("byId") REFERENCES "User"(id);
ALTER TABLE "ShiftLogEntry" ADD FOREIGN KEY ("writtenById") REFERENCES "User"(id);
ALTER TABLE "ShiftLogEntry" ADD FOREIGN KEY ("correctsId") REFERENCES "ShiftLogEntry"(id);
ALTER TABLE "Handover" ADD FOREIGN KEY ("writtenById") REFERENCES "User"(id);
ALTER TABLE "Handover" ADD FOREIGN KEY ("signedById") REFERENCES "User"(id);
ALTER TABLE "SwapRequest" ADD FOREIGN KEY ("requestedById") REFERENCES "User"(id);
