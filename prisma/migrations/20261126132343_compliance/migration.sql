-- CreateTable
CREATE TABLE "ComplianceDay" (
    "campaignId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "measuredAt" TIMESTAMPTZ(3) NOT NULL,
    "finalAt" TIMESTAMPTZ(3),
    "figures" JSONB NOT NULL,

    CONSTRAINT "ComplianceDay_pkey" PRIMARY KEY ("campaignId","day")
);

-- CreateTable
CREATE TABLE "ComplianceLine" (
    "campaignId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "measure" TEXT NOT NULL,
    "unitId" UUID NOT NULL,
    "kindCode" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "required" INTEGER NOT NULL,
    "observed" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "soon" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3),

    CONSTRAINT "ComplianceLine_pkey" PRIMARY KEY ("campaignId","day","unitId","measure")
);

-- CreateTable
CREATE TABLE "ComplianceTally" (
    "campaignId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "measure" TEXT NOT NULL,
    "kindCode" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "units" INTEGER NOT NULL,

    CONSTRAINT "ComplianceTally_pkey" PRIMARY KEY ("campaignId","day","measure","kindCode","verdict")
);

-- CreateTable
CREATE TABLE "ComplianceTouch" (
    "id" BIGSERIAL NOT NULL,
    "unitId" UUID NOT NULL,

    CONSTRAINT "ComplianceTouch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ComplianceLine_campaignId_day_measure_kindCode_verdict_idx" ON "ComplianceLine"("campaignId", "day", "measure", "kindCode", "verdict");

-- CreateIndex
CREATE INDEX "ComplianceTouch_unitId_idx" ON "ComplianceTouch"("unitId");

-- Whatever the measures read touches its unit in the same transaction. A page measures those anew,
-- the tick settles them. Never met by a unique key, so that two writes do not wait for each other.
CREATE FUNCTION touch_compliance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('INSERT INTO "ComplianceTouch" ("unitId") SELECT DISTINCT %I FROM new_rows', TG_ARGV[0]);
  RETURN NULL;
END $$;

DO $$
DECLARE
  source text[];
BEGIN
  FOREACH source SLICE 1 IN ARRAY ARRAY[
    ['Assignment', 'unitId'], ['DirectiveReceipt', 'unitId'], ['QuickReport', 'unitId'],
    ['SweepResult', 'unitId'], ['UnitInventory', 'unitId'], ['AdvisoryHandling', 'unitId'],
    ['AwarenessActivity', 'unitId'], ['InfrastructureDay', 'unitId'], ['Outage', 'unitId'],
    ['SourceMeasure', 'telcoId'], ['Complaint', 'telcoId'], ['AuthorityRequestReceipt', 'telcoId']]
  LOOP
    EXECUTE format('CREATE TRIGGER added_touches_compliance AFTER INSERT ON %I REFERENCING NEW TABLE
      AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION touch_compliance(%L)', source[1], source[2]);
    EXECUTE format('CREATE TRIGGER changed_touches_compliance AFTER UPDATE ON %I REFERENCING NEW TABLE
      AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION touch_compliance(%L)', source[1], source[2]);
  END LOOP;
END $$;

-- Shifts touch their rosters already, where what they cover changed.
CREATE FUNCTION touch_compliance_of_roster() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ComplianceTouch" ("unitId")
  SELECT DISTINCT r."unitId" FROM new_rows n JOIN "Roster" r ON r.id = n."rosterId";
  RETURN NULL;
END $$;
CREATE TRIGGER roster_touches_compliance AFTER INSERT ON "RosterTouch" REFERENCING NEW TABLE
  AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION touch_compliance_of_roster();
