-- CreateEnum
CREATE TYPE "ComplaintChannel" AS ENUM ('sms_5656', 'line_156', 'app', 'hotline', 'direct', 'commune');

-- CreateEnum
CREATE TYPE "ComplaintKind" AS ENUM ('spam_sms', 'spam_call', 'scam_sms', 'scam_call', 'fake_brandname', 'fake_station');

-- CreateEnum
CREATE TYPE "ReportedSourceKind" AS ENUM ('phone', 'short_code', 'brandname', 'url', 'domain', 'email', 'other');

-- CreateEnum
CREATE TYPE "ComplaintState" AS ENUM ('new', 'verifying', 'handled', 'rejected', 'passed', 'routed');

-- CreateEnum
CREATE TYPE "SourceStep" AS ENUM ('verified', 'warned', 'blocked_one_way', 'blocked_two_way', 'terminated', 'not_in_network');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('uploaded', 'running', 'done', 'failed', 'undone');

-- CreateEnum
CREATE TYPE "RequestAct" AS ENUM ('block_number', 'block_domain', 'block_ip', 'block_page');

-- CreateEnum
CREATE TYPE "RequestResult" AS ENUM ('done', 'partly', 'not_possible');

-- CreateTable
CREATE TABLE "Complaint" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "telcoId" UUID NOT NULL,
    "enteredByUnitId" UUID NOT NULL,
    "enteredById" UUID NOT NULL,
    "enteredBy" TEXT NOT NULL,
    "importId" UUID,
    "routedFromId" UUID,
    "sameAs" TEXT NOT NULL,
    "channel" "ComplaintChannel" NOT NULL,
    "kind" "ComplaintKind" NOT NULL,
    "sourceText" TEXT NOT NULL,
    "sourceKind" "ReportedSourceKind",
    "sourceValue" TEXT,
    "content" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "state" "ComplaintState" NOT NULL DEFAULT 'new',
    "stateReason" TEXT NOT NULL DEFAULT '',
    "verifyingAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "closedBy" TEXT NOT NULL DEFAULT '',
    "complainant" TEXT,
    "complainantKey" TEXT,
    "erasedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Complaint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ComplaintTally" (
    "telcoId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "kind" "ComplaintKind" NOT NULL,
    "event" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "ComplaintTally_pkey" PRIMARY KEY ("telcoId","day","kind","event")
);

-- CreateTable
CREATE TABLE "ComplaintCounter" (
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "ComplaintCounter_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "ComplaintEntry" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "complaintId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "unitName" TEXT NOT NULL,

    CONSTRAINT "ComplaintEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceMeasure" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "telcoId" UUID NOT NULL,
    "sourceKind" "ReportedSourceKind" NOT NULL,
    "sourceValue" TEXT NOT NULL,
    "step" "SourceStep" NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "byName" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SourceMeasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportedSource" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "kind" "ReportedSourceKind" NOT NULL,
    "value" TEXT NOT NULL,
    "complaints" INTEGER NOT NULL,
    "telcoIds" UUID[],
    "communeIds" UUID[],
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReportedSource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceWarning" (
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "sentBy" TEXT NOT NULL,
    "sentByUnit" TEXT NOT NULL,

    CONSTRAINT "SourceWarning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceWarningReceipt" (
    "warningId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "acknowledgedAt" TIMESTAMPTZ(3),
    "acknowledgedBy" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SourceWarningReceipt_pkey" PRIMARY KEY ("warningId","unitId")
);

-- CreateTable
CREATE TABLE "ComplaintImport" (
    "id" UUID NOT NULL,
    "telcoId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "sealed" BYTEA,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL,
    "uploadedById" UUID NOT NULL,
    "uploadedBy" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'uploaded',
    "total" INTEGER NOT NULL,
    "read" INTEGER NOT NULL DEFAULT 0,
    "bad" INTEGER NOT NULL DEFAULT 0,
    "doubles" INTEGER NOT NULL DEFAULT 0,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT NOT NULL DEFAULT '',
    "beatAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "ComplaintImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ComplaintColumns" (
    "telcoId" UUID NOT NULL,
    "titles" JSONB NOT NULL,

    CONSTRAINT "ComplaintColumns_pkey" PRIMARY KEY ("telcoId")
);

-- CreateTable
CREATE TABLE "ComplaintSetting" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "dueHours" INTEGER NOT NULL DEFAULT 72,
    "retentionDays" INTEGER NOT NULL DEFAULT 365,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ComplaintSetting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthorityRequest" (
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "act" "RequestAct" NOT NULL,
    "target" TEXT NOT NULL,
    "sourceKind" "ReportedSourceKind",
    "sourceValue" TEXT,
    "reason" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "sentById" UUID NOT NULL,
    "sentBy" TEXT NOT NULL,
    "unitId" UUID NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuthorityRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthorityRequestReceipt" (
    "requestId" UUID NOT NULL,
    "telcoId" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "answeredBy" TEXT NOT NULL DEFAULT '',
    "result" "RequestResult",
    "note" TEXT NOT NULL DEFAULT '',
    "alarmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AuthorityRequestReceipt_pkey" PRIMARY KEY ("requestId","telcoId")
);

-- CreateTable
CREATE TABLE "RequestEvidence" (
    "requestId" UUID NOT NULL,
    "telcoId" UUID NOT NULL,
    "fileId" UUID NOT NULL,

    CONSTRAINT "RequestEvidence_pkey" PRIMARY KEY ("fileId")
);

-- CreateTable
CREATE TABLE "ComplaintPeriod" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "askedBy" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ComplaintPeriod_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PeriodReport" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "periodId" UUID NOT NULL,
    "telcoId" UUID NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "edition" INTEGER NOT NULL DEFAULT 0,
    "returnedAt" TIMESTAMPTZ(3),
    "returnReason" TEXT NOT NULL DEFAULT '',
    "alarmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PeriodReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PeriodReportEdition" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "figures" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "PeriodReportEdition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InfrastructureDay" (
    "unitId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "nil" BOOLEAN NOT NULL,
    "stationsTotal" INTEGER NOT NULL,
    "stationsDown" INTEGER NOT NULL,
    "linksTotal" INTEGER NOT NULL,
    "linksDown" INTEGER NOT NULL,
    "onDuty" INTEGER NOT NULL,
    "reinforcements" INTEGER NOT NULL,
    "attacksBlocked" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "filedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "InfrastructureDay_pkey" PRIMARY KEY ("unitId","day")
);

-- CreateTable
CREATE TABLE "Outage" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3),
    "what" TEXT NOT NULL,
    "communeIds" UUID[],
    "by" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Outage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Complaint_routedFromId_key" ON "Complaint"("routedFromId");

-- CreateIndex
CREATE INDEX "Complaint_telcoId_receivedAt_id_idx" ON "Complaint"("telcoId", "receivedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Complaint_receivedAt_id_idx" ON "Complaint"("receivedAt" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Complaint_telcoId_sameAs_key" ON "Complaint"("telcoId", "sameAs");

-- CreateIndex
CREATE INDEX "ComplaintTally_day_idx" ON "ComplaintTally"("day");

-- CreateIndex
CREATE INDEX "ComplaintEntry_complaintId_at_id_idx" ON "ComplaintEntry"("complaintId", "at", "id");

-- CreateIndex
CREATE INDEX "SourceMeasure_sourceKind_sourceValue_takenAt_idx" ON "SourceMeasure"("sourceKind", "sourceValue", "takenAt");

-- CreateIndex
CREATE INDEX "SourceMeasure_telcoId_takenAt_idx" ON "SourceMeasure"("telcoId", "takenAt");

-- CreateIndex
CREATE UNIQUE INDEX "ReportedSource_kind_value_key" ON "ReportedSource"("kind", "value");

-- CreateIndex
CREATE INDEX "SourceWarning_sentAt_idx" ON "SourceWarning"("sentAt");

-- CreateIndex
CREATE INDEX "SourceWarning_sourceId_idx" ON "SourceWarning"("sourceId");

-- CreateIndex
CREATE INDEX "SourceWarningReceipt_unitId_acknowledgedAt_idx" ON "SourceWarningReceipt"("unitId", "acknowledgedAt");

-- CreateIndex
CREATE INDEX "ComplaintImport_telcoId_uploadedAt_idx" ON "ComplaintImport"("telcoId", "uploadedAt" DESC);

-- CreateIndex
CREATE INDEX "AuthorityRequest_sentAt_id_idx" ON "AuthorityRequest"("sentAt" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "AuthorityRequest_year_number_key" ON "AuthorityRequest"("year", "number");

-- CreateIndex
CREATE INDEX "AuthorityRequestReceipt_telcoId_answeredAt_idx" ON "AuthorityRequestReceipt"("telcoId", "answeredAt");

-- CreateIndex
CREATE INDEX "RequestEvidence_requestId_telcoId_idx" ON "RequestEvidence"("requestId", "telcoId");

-- CreateIndex
CREATE UNIQUE INDEX "ComplaintPeriod_startsOn_endsOn_key" ON "ComplaintPeriod"("startsOn", "endsOn");

-- CreateIndex
CREATE INDEX "PeriodReport_telcoId_sentAt_idx" ON "PeriodReport"("telcoId", "sentAt");

-- CreateIndex
CREATE UNIQUE INDEX "PeriodReport_periodId_telcoId_key" ON "PeriodReport"("periodId", "telcoId");

-- CreateIndex
CREATE UNIQUE INDEX "PeriodReportEdition_reportId_number_key" ON "PeriodReportEdition"("reportId", "number");

-- CreateIndex
CREATE INDEX "InfrastructureDay_day_idx" ON "InfrastructureDay"("day");

-- CreateIndex
CREATE INDEX "Outage_unitId_startsAt_idx" ON "Outage"("unitId", "startsAt" DESC);

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_telcoId_fkey" FOREIGN KEY ("telcoId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_enteredByUnitId_fkey" FOREIGN KEY ("enteredByUnitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_importId_fkey" FOREIGN KEY ("importId") REFERENCES "ComplaintImport"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_routedFromId_fkey" FOREIGN KEY ("routedFromId") REFERENCES "Complaint"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ComplaintEntry" ADD CONSTRAINT "ComplaintEntry_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceMeasure" ADD CONSTRAINT "SourceMeasure_telcoId_fkey" FOREIGN KEY ("telcoId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceWarning" ADD CONSTRAINT "SourceWarning_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "ReportedSource"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceWarningReceipt" ADD CONSTRAINT "SourceWarningReceipt_warningId_fkey" FOREIGN KEY ("warningId") REFERENCES "SourceWarning"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceWarningReceipt" ADD CONSTRAINT "SourceWarningReceipt_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ComplaintImport" ADD CONSTRAINT "ComplaintImport_telcoId_fkey" FOREIGN KEY ("telcoId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ComplaintColumns" ADD CONSTRAINT "ComplaintColumns_telcoId_fkey" FOREIGN KEY ("telcoId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthorityRequest" ADD CONSTRAINT "AuthorityRequest_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthorityRequestReceipt" ADD CONSTRAINT "AuthorityRequestReceipt_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "AuthorityRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthorityRequestReceipt" ADD CONSTRAINT "AuthorityRequestReceipt_telcoId_fkey" FOREIGN KEY ("telcoId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestEvidence" ADD CONSTRAINT "RequestEvidence_requestId_telcoId_fkey" FOREIGN KEY ("requestId", "telcoId") REFERENCES "AuthorityRequestReceipt"("requestId", "telcoId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestEvidence" ADD CONSTRAINT "RequestEvidence_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeriodReport" ADD CONSTRAINT "PeriodReport_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ComplaintPeriod"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeriodReport" ADD CONSTRAINT "PeriodReport_telcoId_fkey" FOREIGN KEY ("telcoId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeriodReportEdition" ADD CONSTRAINT "PeriodReportEdition_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "PeriodReport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InfrastructureDay" ADD CONSTRAINT "InfrastructureDay_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outage" ADD CONSTRAINT "Outage_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE UNIQUE INDEX "Complaint_code_key" ON "Complaint" (year, number);
CREATE INDEX "Complaint_open_idx" ON "Complaint" ("telcoId", "dueAt", id) WHERE "closedAt" IS NULL;
CREATE INDEX "Complaint_due_idx" ON "Complaint" ("dueAt", id) WHERE "closedAt" IS NULL;
CREATE INDEX "Complaint_commune_idx" ON "Complaint" ("enteredByUnitId", "receivedAt" DESC, id DESC)
  WHERE "enteredByUnitId" <> "telcoId";
CREATE INDEX "Complaint_source_idx" ON "Complaint" ("sourceValue", "receivedAt" DESC, id DESC)
  WHERE "sourceValue" IS NOT NULL;
CREATE INDEX "Complaint_complainant_idx" ON "Complaint" ("complainantKey")
  WHERE "complainantKey" IS NOT NULL;
CREATE INDEX "Complaint_import_idx" ON "Complaint" ("importId") WHERE "importId" IS NOT NULL;
CREATE INDEX "Complaint_kept_idx" ON "Complaint" ("closedAt")
  WHERE "closedAt" IS NOT NULL AND complainant IS NOT NULL;
CREATE INDEX "ReportedSource_shared_idx" ON "ReportedSource" ("lastAt" DESC, id)
  WHERE cardinality("telcoIds") + cardinality("communeIds") > 1;
CREATE INDEX "ReportedSource_count_idx" ON "ReportedSource" (complaints DESC, "lastAt" DESC, id)
  WHERE cardinality("telcoIds") + cardinality("communeIds") > 1;
CREATE INDEX "AuthorityRequestReceipt_late_idx" ON "AuthorityRequestReceipt" ("requestId")
  WHERE "answeredAt" IS NULL AND "alarmedAt" IS NULL;

ALTER TABLE "Complaint"
  ADD CONSTRAINT complaint_closed CHECK ((state IN ('new', 'verifying')) = ("closedAt" IS NULL)),
  ADD CONSTRAINT complaint_source CHECK (("sourceKind" IS NULL) = ("sourceValue" IS NULL)),
  ADD CONSTRAINT complaint_sealed CHECK (complainant IS NULL OR complainant LIKE '%.%');
ALTER TABLE "InfrastructureDay"
  ADD CONSTRAINT infrastructure_counts CHECK ("stationsDown" <= "stationsTotal" AND "linksDown" <= "linksTotal"
    AND least("stationsTotal", "stationsDown", "linksTotal", "linksDown", "onDuty", reinforcements, "attacksBlocked") >= 0);
ALTER TABLE "Outage" ADD CONSTRAINT outage_span CHECK ("endsAt" IS NULL OR "endsAt" > "startsAt");
ALTER TABLE "ComplaintPeriod" ADD CONSTRAINT period_span CHECK ("endsOn" >= "startsOn");
ALTER TABLE "ComplaintSetting" ADD CONSTRAINT one_setting CHECK (id = 1 AND "dueHours" > 0 AND "retentionDays" > 0);
INSERT INTO "ComplaintSetting" DEFAULT VALUES;

CREATE FUNCTION union_of(uuid[], uuid[]) RETURNS uuid[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT coalesce(array_agg(DISTINCT x ORDER BY x), '{}') FROM unnest($1 || $2) AS x $$;

-- The sources and the tallies of complaints that come. A row that is routed is not counted again as
-- a complaint of its source: it is the same resident's.
CREATE FUNCTION complaints_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ReportedSource" AS s (kind, value, complaints, "telcoIds", "communeIds", "firstAt", "lastAt")
  SELECT "sourceKind", "sourceValue", count(*) FILTER (WHERE "routedFromId" IS NULL),
         array_agg(DISTINCT "telcoId"),
         coalesce(array_agg(DISTINCT "enteredByUnitId") FILTER (WHERE "enteredByUnitId" <> "telcoId" AND "routedFromId" IS NULL), '{}'),
         min("receivedAt"), max("receivedAt")
  FROM new_rows WHERE "sourceValue" IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2
  ON CONFLICT (kind, value) DO UPDATE SET
    complaints = s.complaints + EXCLUDED.complaints,
    "telcoIds" = CASE WHEN s."telcoIds" @> EXCLUDED."telcoIds" THEN s."telcoIds"
                      ELSE union_of(s."telcoIds", EXCLUDED."telcoIds") END,
    "communeIds" = CASE WHEN s."communeIds" @> EXCLUDED."communeIds" THEN s."communeIds"
                        ELSE union_of(s."communeIds", EXCLUDED."communeIds") END,
    "firstAt" = least(s."firstAt", EXCLUDED."firstAt"),
    "lastAt" = greatest(s."lastAt", EXCLUDED."lastAt");
  INSERT INTO "ComplaintTally" AS t ("telcoId", day, kind, event, count)
  SELECT "telcoId", ("receivedAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, kind, 'received', count(*)
  FROM new_rows GROUP BY 1, 2, 3
  UNION ALL
  SELECT "telcoId", ("closedAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, kind, state::text, count(*)
  FROM new_rows WHERE "closedAt" IS NOT NULL GROUP BY 1, 2, 3, 4
  ORDER BY 1, 2, 3, 4
  ON CONFLICT ("telcoId", day, kind, event) DO UPDATE SET count = t.count + EXCLUDED.count;
  RETURN NULL;
END $$;
CREATE TRIGGER complaints_added AFTER INSERT ON "Complaint"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION complaints_added();

-- Only a batch that is undone takes complaints away: its sources are counted anew.
CREATE FUNCTION complaints_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH touched AS (
    SELECT DISTINCT "sourceKind" AS kind, "sourceValue" AS value FROM old_rows WHERE "sourceValue" IS NOT NULL
  ), counted AS (
    SELECT t.kind, t.value, count(c.id) FILTER (WHERE c."routedFromId" IS NULL) AS complaints,
           coalesce(array_agg(DISTINCT c."telcoId") FILTER (WHERE c.id IS NOT NULL), '{}') AS telcos,
           coalesce(array_agg(DISTINCT c."enteredByUnitId") FILTER
             (WHERE c."enteredByUnitId" <> c."telcoId" AND c."routedFromId" IS NULL), '{}') AS communes,
           min(c."receivedAt") AS first, max(c."receivedAt") AS last
    FROM touched t LEFT JOIN "Complaint" c ON c."sourceValue" = t.value AND c."sourceKind" = t.kind
    GROUP BY 1, 2
  )
  UPDATE "ReportedSource" s SET complaints = n.complaints, "telcoIds" = n.telcos, "communeIds" = n.communes,
    "firstAt" = coalesce(n.first, s."firstAt"), "lastAt" = coalesce(n.last, s."lastAt")
  FROM counted n WHERE s.kind = n.kind AND s.value = n.value;
  UPDATE "ComplaintTally" t SET count = t.count - o.n
  FROM (SELECT "telcoId", ("receivedAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day, kind, 'received' AS event, count(*)::int AS n
        FROM old_rows GROUP BY 1, 2, 3
        UNION ALL
        SELECT "telcoId", ("closedAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, kind, state::text, count(*)::int
        FROM old_rows WHERE "closedAt" IS NOT NULL GROUP BY 1, 2, 3, 4) o
  WHERE t."telcoId" = o."telcoId" AND t.day = o.day AND t.kind = o.kind AND t.event = o.event;
  RETURN NULL;
END $$;
CREATE TRIGGER complaints_removed AFTER DELETE ON "Complaint"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION complaints_removed();

-- A case ends once; who it belongs to, when it came and what it is about never change.
CREATE FUNCTION complaints_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM new_rows n JOIN old_rows o ON o.id = n.id
             WHERE (n."telcoId", n."receivedAt", n.kind, n."sourceKind", n."sourceValue")
                   IS DISTINCT FROM (o."telcoId", o."receivedAt", o.kind, o."sourceKind", o."sourceValue")
                OR (o."closedAt" IS NOT NULL AND (n."closedAt", n.state) IS DISTINCT FROM (o."closedAt", o.state)))
  THEN RAISE EXCEPTION 'a complaint keeps its telco, its source and its end'; END IF;
  INSERT INTO "ComplaintTally" AS t ("telcoId", day, kind, event, count)
  SELECT n."telcoId", (n."closedAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, n.kind, n.state::text, count(*)
  FROM new_rows n JOIN old_rows o ON o.id = n.id
  WHERE o."closedAt" IS NULL AND n."closedAt" IS NOT NULL GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
  ON CONFLICT ("telcoId", day, kind, event) DO UPDATE SET count = t.count + EXCLUDED.count;
  RETURN NULL;
END $$;
CREATE TRIGGER complaints_changed AFTER UPDATE ON "Complaint"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION complaints_changed();

-- What was done to a source and how a case went is never rewritten.
CREATE FUNCTION refuse_rewrite_of_complaints() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
CREATE TRIGGER entry_kept BEFORE UPDATE ON "ComplaintEntry"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewrite_of_complaints();
CREATE TRIGGER measure_kept BEFORE UPDATE OR DELETE ON "SourceMeasure"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewrite_of_complaints();
CREATE TRIGGER period_edition_kept BEFORE UPDATE OR DELETE ON "PeriodReportEdition"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewrite_of_complaints();
