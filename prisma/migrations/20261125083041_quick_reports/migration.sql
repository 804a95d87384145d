-- CreateTable
CREATE TABLE "QuickReportPlan" (
    "campaignId" UUID NOT NULL,
    "times" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "QuickReportPlan_pkey" PRIMARY KEY ("campaignId")
);

-- CreateTable
CREATE TABLE "QuickReport" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "unitId" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "filedAt" TIMESTAMPTZ(3),
    "countedFrom" TIMESTAMPTZ(3),
    "countedTo" TIMESTAMPTZ(3),
    "nil" BOOLEAN NOT NULL DEFAULT false,
    "edition" INTEGER NOT NULL DEFAULT 0,
    "alarmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "QuickReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuickReportEdition" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "writtenById" UUID NOT NULL,
    "writtenBy" TEXT NOT NULL,
    "nil" BOOLEAN NOT NULL,
    "situation" TEXT NOT NULL,
    "openPoints" TEXT NOT NULL,
    "proposals" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "QuickReportEdition_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "QuickReport_campaignId_dueAt_idx" ON "QuickReport"("campaignId", "dueAt");

-- CreateIndex
CREATE INDEX "QuickReport_unitId_dueAt_idx" ON "QuickReport"("unitId", "dueAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "QuickReport_unitId_campaignId_dueAt_key" ON "QuickReport"("unitId", "campaignId", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "QuickReportEdition_reportId_number_key" ON "QuickReportEdition"("reportId", "number");

-- AddForeignKey
ALTER TABLE "QuickReportPlan" ADD CONSTRAINT "QuickReportPlan_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuickReport" ADD CONSTRAINT "QuickReport_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuickReport" ADD CONSTRAINT "QuickReport_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuickReportEdition" ADD CONSTRAINT "QuickReportEdition_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "QuickReport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who wrote it is a person of the house.
ALTER TABLE "QuickReportEdition" ADD FOREIGN KEY ("writtenById") REFERENCES "User"(id);
ALTER TABLE "QuickReport"
  ADD CONSTRAINT quick_report_filed CHECK (("filedAt" IS NULL) = (edition = 0)),
  ADD CONSTRAINT quick_report_counted CHECK ("countedFrom" <= "countedTo");

-- What is still owed: for the alarm, the home pages and the plan that changes.
CREATE INDEX quick_report_owed ON "QuickReport" ("dueAt") WHERE "filedAt" IS NULL;

-- When it was due and when it came never change: late is late for ever.
CREATE FUNCTION keep_quick_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."filedAt" IS NOT NULL OR OLD."alarmedAt" IS NOT NULL THEN
      RAISE EXCEPTION 'a quick report that came or was missed is never deleted';
    END IF;
    RETURN OLD;
  END IF;
  IF (NEW."unitId", NEW."campaignId", NEW."dueAt")
       IS DISTINCT FROM (OLD."unitId", OLD."campaignId", OLD."dueAt")
    OR OLD."filedAt" IS NOT NULL
       AND (NEW."filedAt", NEW."countedFrom", NEW."countedTo")
           IS DISTINCT FROM (OLD."filedAt", OLD."countedFrom", OLD."countedTo")
    OR NEW.edition < OLD.edition
    OR OLD."alarmedAt" IS NOT NULL AND NEW."alarmedAt" IS DISTINCT FROM OLD."alarmedAt" THEN
    RAISE EXCEPTION 'when a quick report was due and came never changes';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER quick_report_kept BEFORE UPDATE OR DELETE ON "QuickReport"
  FOR EACH ROW EXECUTE FUNCTION keep_quick_report();
CREATE TRIGGER quick_report_edition_append_only
  BEFORE UPDATE OR DELETE ON "QuickReportEdition" FOR EACH ROW EXECUTE FUNCTION refuse_change();
