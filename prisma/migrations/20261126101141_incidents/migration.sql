-- CreateEnum
CREATE TYPE "IncidentSign" AS ENUM ('data_encryption', 'defacement', 'phishing', 'malware', 'dos', 'unauthorized_access', 'data_leak', 'harmful_information', 'other');

-- CreateEnum
CREATE TYPE "IncidentKind" AS ENUM ('dos', 'phishing', 'malware', 'unauthorized_access', 'defacement', 'data_encryption', 'data_destruction', 'espionage', 'combined', 'other');

-- CreateEnum
CREATE TYPE "IncidentState" AS ENUM ('received', 'verified', 'containing', 'eradicating', 'recovering', 'review', 'closed', 'rejected', 'merged');

-- CreateEnum
CREATE TYPE "IncidentSeverity" AS ENUM ('low', 'medium', 'high', 'critical');

-- CreateEnum
CREATE TYPE "IncidentClass" AS ENUM ('ordinary', 'serious');

-- CreateEnum
CREATE TYPE "IncidentTlp" AS ENUM ('clear', 'green', 'amber', 'amber_strict', 'red');

-- CreateEnum
CREATE TYPE "IncidentPart" AS ENUM ('reporter', 'handler', 'police', 'support', 'merged');

-- CreateEnum
CREATE TYPE "IndicatorKind" AS ENUM ('ip', 'domain', 'url', 'hash', 'phone', 'account');

-- CreateTable
CREATE TABLE "Incident" (
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "unitId" UUID NOT NULL,
    "drillId" UUID,
    "sign" "IncidentSign" NOT NULL,
    "kind" "IncidentKind" NOT NULL,
    "statutoryClass" "IncidentClass" NOT NULL DEFAULT 'ordinary',
    "severity" "IncidentSeverity" NOT NULL,
    "tlp" "IncidentTlp" NOT NULL DEFAULT 'amber',
    "state" "IncidentState" NOT NULL DEFAULT 'received',
    "version" INTEGER NOT NULL DEFAULT 1,
    "what" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "detectedAt" TIMESTAMPTZ(3) NOT NULL,
    "informantName" TEXT NOT NULL DEFAULT '',
    "informantPhone" TEXT NOT NULL DEFAULT '',
    "reportedAt" TIMESTAMPTZ(3) NOT NULL,
    "reportedById" UUID NOT NULL,
    "reportedBy" TEXT NOT NULL,
    "contactPhone" TEXT NOT NULL DEFAULT '',
    "handlerUnitId" UUID,
    "ownerId" UUID,
    "handlerId" UUID,
    "acknowledgedAt" TIMESTAMPTZ(3),
    "verifiedAt" TIMESTAMPTZ(3),
    "containedAt" TIMESTAMPTZ(3),
    "recoveredAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "closedById" UUID,
    "escalatedAt" TIMESTAMPTZ(3),
    "escalatedById" UUID,
    "escalateReason" TEXT NOT NULL DEFAULT '',
    "stateReason" TEXT NOT NULL DEFAULT '',
    "cause" TEXT NOT NULL DEFAULT '',
    "resolution" TEXT NOT NULL DEFAULT '',
    "lessons" TEXT NOT NULL DEFAULT '',
    "mergedIntoId" UUID,

    CONSTRAINT "Incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncidentCounter" (
    "year" INTEGER NOT NULL,
    "drill" BOOLEAN NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "IncidentCounter_pkey" PRIMARY KEY ("year","drill")
);

-- CreateTable
CREATE TABLE "IncidentParty" (
    "incidentId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "part" "IncidentPart" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IncidentParty_pkey" PRIMARY KEY ("incidentId","unitId")
);

-- CreateTable
CREATE TABLE "IncidentDesk" (
    "unitId" UUID NOT NULL,
    "part" "IncidentPart" NOT NULL,

    CONSTRAINT "IncidentDesk_pkey" PRIMARY KEY ("unitId")
);

-- CreateTable
CREATE TABLE "IncidentEntry" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "incidentId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "happenedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,
    "byName" TEXT NOT NULL,
    "unitName" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "IncidentEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncidentStep" (
    "incidentId" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "tickedAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "byName" TEXT NOT NULL,

    CONSTRAINT "IncidentStep_pkey" PRIMARY KEY ("incidentId","step")
);

-- CreateTable
CREATE TABLE "IncidentTaskTemplate" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "kind" "IncidentKind",
    "phase" "IncidentState" NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "mandatory" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "IncidentTaskTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncidentTask" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "incidentId" UUID NOT NULL,
    "phase" "IncidentState" NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "mandatory" BOOLEAN NOT NULL DEFAULT false,
    "assigneeId" UUID,
    "doneAt" TIMESTAMPTZ(3),
    "doneById" UUID,
    "doneBy" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "IncidentTask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncidentSystem" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "level" INTEGER,
    "domain" TEXT NOT NULL DEFAULT '',
    "publicIps" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "operator" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IncidentSystem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncidentIndicator" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "kind" "IndicatorKind" NOT NULL,
    "value" TEXT NOT NULL,
    "keys" TEXT[],
    "note" TEXT NOT NULL DEFAULT '',
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "addedById" UUID NOT NULL,

    CONSTRAINT "IncidentIndicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncidentEvidence" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "addedById" UUID NOT NULL,
    "addedBy" TEXT NOT NULL,
    "unitId" UUID NOT NULL,

    CONSTRAINT "IncidentEvidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvidenceCustody" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "evidenceId" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,
    "byName" TEXT NOT NULL,
    "unitName" TEXT NOT NULL,
    "receiver" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "EvidenceCustody_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncidentDeadlineRule" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "duty" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "statutoryClass" "IncidentClass",
    "kind" "IncidentKind",
    "minutes" INTEGER NOT NULL,
    "recipients" TEXT[],
    "source" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "IncidentDeadlineRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncidentDeadline" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "incidentId" UUID NOT NULL,
    "ruleId" UUID,
    "duty" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "recipients" TEXT[],
    "source" TEXT NOT NULL,
    "metAt" TIMESTAMPTZ(3),
    "metById" UUID,
    "metNote" TEXT NOT NULL DEFAULT '',
    "droppedAt" TIMESTAMPTZ(3),
    "soonToldAt" TIMESTAMPTZ(3),
    "lateToldAt" TIMESTAMPTZ(3),

    CONSTRAINT "IncidentDeadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncidentReport" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reference" TEXT NOT NULL DEFAULT '',
    "content" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "byName" TEXT NOT NULL,

    CONSTRAINT "IncidentReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncidentLogLink" (
    "incidentId" UUID NOT NULL,
    "logEntryId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,

    CONSTRAINT "IncidentLogLink_pkey" PRIMARY KEY ("incidentId","logEntryId")
);

-- CreateTable
CREATE TABLE "IncidentView" (
    "incidentId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "unitId" UUID NOT NULL,
    "userName" TEXT NOT NULL,
    "what" TEXT NOT NULL,

    CONSTRAINT "IncidentView_pkey" PRIMARY KEY ("incidentId","userId","at","what")
);

-- CreateTable
CREATE TABLE "IncidentWarning" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "indicators" TEXT[],
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "sentById" UUID NOT NULL,
    "sentBy" TEXT NOT NULL,
    "sentByUnit" TEXT NOT NULL,

    CONSTRAINT "IncidentWarning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncidentWarningReceipt" (
    "warningId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "acknowledgedAt" TIMESTAMPTZ(3),
    "acknowledgedById" UUID,
    "acknowledgedBy" TEXT NOT NULL DEFAULT '',
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "IncidentWarningReceipt_pkey" PRIMARY KEY ("warningId","unitId")
);

-- CreateTable
CREATE TABLE "IncidentDrill" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "IncidentDrill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DrillInject" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "drillId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "minute" INTEGER NOT NULL,
    "sign" "IncidentSign" NOT NULL,
    "text" TEXT NOT NULL,
    "reportMinutes" INTEGER NOT NULL,
    "injectedAt" TIMESTAMPTZ(3),
    "seenAt" TIMESTAMPTZ(3),
    "seenById" UUID,
    "incidentId" UUID,

    CONSTRAINT "DrillInject_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Incident_reportedAt_id_idx" ON "Incident"("reportedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Incident_unitId_reportedAt_idx" ON "Incident"("unitId", "reportedAt" DESC);

-- CreateIndex
CREATE INDEX "Incident_drillId_idx" ON "Incident"("drillId");

-- CreateIndex
CREATE INDEX "Incident_mergedIntoId_idx" ON "Incident"("mergedIntoId");

-- CreateIndex
CREATE INDEX "IncidentParty_unitId_incidentId_idx" ON "IncidentParty"("unitId", "incidentId");

-- CreateIndex
CREATE INDEX "IncidentEntry_incidentId_happenedAt_id_idx" ON "IncidentEntry"("incidentId", "happenedAt", "id");

-- CreateIndex
CREATE INDEX "IncidentEntry_incidentId_recordedAt_id_idx" ON "IncidentEntry"("incidentId", "recordedAt", "id");

-- CreateIndex
CREATE INDEX "IncidentTask_incidentId_position_idx" ON "IncidentTask"("incidentId", "position");

-- CreateIndex
CREATE INDEX "IncidentTask_assigneeId_idx" ON "IncidentTask"("assigneeId");

-- CreateIndex
CREATE INDEX "IncidentSystem_incidentId_idx" ON "IncidentSystem"("incidentId");

-- CreateIndex
CREATE UNIQUE INDEX "IncidentIndicator_incidentId_kind_value_key" ON "IncidentIndicator"("incidentId", "kind", "value");

-- CreateIndex
CREATE UNIQUE INDEX "IncidentEvidence_fileId_key" ON "IncidentEvidence"("fileId");

-- CreateIndex
CREATE INDEX "IncidentEvidence_incidentId_addedAt_idx" ON "IncidentEvidence"("incidentId", "addedAt");

-- CreateIndex
CREATE INDEX "EvidenceCustody_evidenceId_at_idx" ON "EvidenceCustody"("evidenceId", "at");

-- CreateIndex
CREATE INDEX "IncidentDeadlineRule_validFrom_idx" ON "IncidentDeadlineRule"("validFrom");

-- CreateIndex
CREATE INDEX "IncidentDeadline_incidentId_dueAt_idx" ON "IncidentDeadline"("incidentId", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "IncidentDeadline_incidentId_ruleId_key" ON "IncidentDeadline"("incidentId", "ruleId");

-- CreateIndex
CREATE INDEX "IncidentReport_incidentId_at_idx" ON "IncidentReport"("incidentId", "at");

-- CreateIndex
CREATE INDEX "IncidentLogLink_logEntryId_idx" ON "IncidentLogLink"("logEntryId");

-- CreateIndex
CREATE INDEX "IncidentWarning_incidentId_sentAt_idx" ON "IncidentWarning"("incidentId", "sentAt");

-- CreateIndex
CREATE INDEX "IncidentDrill_createdAt_idx" ON "IncidentDrill"("createdAt" DESC);

-- CreateIndex
CREATE INDEX "DrillInject_drillId_minute_idx" ON "DrillInject"("drillId", "minute");

-- CreateIndex
CREATE INDEX "DrillInject_unitId_injectedAt_idx" ON "DrillInject"("unitId", "injectedAt");

-- CreateIndex
CREATE INDEX "DrillInject_incidentId_idx" ON "DrillInject"("incidentId");

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_handlerUnitId_fkey" FOREIGN KEY ("handlerUnitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_drillId_fkey" FOREIGN KEY ("drillId") REFERENCES "IncidentDrill"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Incident"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentParty" ADD CONSTRAINT "IncidentParty_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentParty" ADD CONSTRAINT "IncidentParty_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentDesk" ADD CONSTRAINT "IncidentDesk_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentEntry" ADD CONSTRAINT "IncidentEntry_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentTask" ADD CONSTRAINT "IncidentTask_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentSystem" ADD CONSTRAINT "IncidentSystem_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentIndicator" ADD CONSTRAINT "IncidentIndicator_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentEvidence" ADD CONSTRAINT "IncidentEvidence_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentEvidence" ADD CONSTRAINT "IncidentEvidence_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceCustody" ADD CONSTRAINT "EvidenceCustody_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "IncidentEvidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentDeadline" ADD CONSTRAINT "IncidentDeadline_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentReport" ADD CONSTRAINT "IncidentReport_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentLogLink" ADD CONSTRAINT "IncidentLogLink_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentLogLink" ADD CONSTRAINT "IncidentLogLink_logEntryId_fkey" FOREIGN KEY ("logEntryId") REFERENCES "ShiftLogEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentView" ADD CONSTRAINT "IncidentView_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentWarning" ADD CONSTRAINT "IncidentWarning_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentWarningReceipt" ADD CONSTRAINT "IncidentWarningReceipt_warningId_fkey" FOREIGN KEY ("warningId") REFERENCES "IncidentWarning"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentWarningReceipt" ADD CONSTRAINT "IncidentWarningReceipt_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DrillInject" ADD CONSTRAINT "DrillInject_drillId_fkey" FOREIGN KEY ("drillId") REFERENCES "IncidentDrill"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DrillInject" ADD CONSTRAINT "DrillInject_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DrillInject" ADD CONSTRAINT "DrillInject_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Who did it is a person of the house.
ALTER TABLE "Incident"
  ADD FOREIGN KEY ("reportedById") REFERENCES "User"(id),
  ADD FOREIGN KEY ("ownerId") REFERENCES "User"(id),
  ADD FOREIGN KEY ("handlerId") REFERENCES "User"(id),
  ADD FOREIGN KEY ("closedById") REFERENCES "User"(id),
  ADD FOREIGN KEY ("escalatedById") REFERENCES "User"(id);
ALTER TABLE "IncidentEntry" ADD FOREIGN KEY ("byId") REFERENCES "User"(id);
ALTER TABLE "IncidentStep"
  ADD FOREIGN KEY ("incidentId") REFERENCES "Incident"(id),
  ADD FOREIGN KEY ("byId") REFERENCES "User"(id);
ALTER TABLE "IncidentTask"
  ADD FOREIGN KEY ("assigneeId") REFERENCES "User"(id),
  ADD FOREIGN KEY ("doneById") REFERENCES "User"(id);
ALTER TABLE "IncidentIndicator" ADD FOREIGN KEY ("addedById") REFERENCES "User"(id);
ALTER TABLE "IncidentEvidence" ADD FOREIGN KEY ("addedById") REFERENCES "User"(id);
ALTER TABLE "IncidentReport" ADD FOREIGN KEY ("byId") REFERENCES "User"(id);
ALTER TABLE "IncidentLogLink" ADD FOREIGN KEY ("byId") REFERENCES "User"(id);
ALTER TABLE "IncidentWarning" ADD FOREIGN KEY ("sentById") REFERENCES "User"(id);
ALTER TABLE "IncidentDeadline" ADD FOREIGN KEY ("metById") REFERENCES "User"(id);
ALTER TABLE "IncidentDrill" ADD FOREIGN KEY ("createdById") REFERENCES "User"(id);

-- Numbers are given in turn; real cases and those of drills have their own.
CREATE UNIQUE INDEX incident_number ON "Incident" (year, number) WHERE "drillId" IS NULL;
CREATE UNIQUE INDEX incident_drill_number ON "Incident" (year, number) WHERE "drillId" IS NOT NULL;

ALTER TABLE "Incident"
  ADD CONSTRAINT incident_detected CHECK ("detectedAt" <= "reportedAt"),
  ADD CONSTRAINT incident_closed CHECK ((state = 'closed') = ("closedAt" IS NOT NULL)),
  ADD CONSTRAINT incident_merged CHECK ((state = 'merged') = ("mergedIntoId" IS NOT NULL)),
  ADD CONSTRAINT incident_not_itself CHECK ("mergedIntoId" <> id),
  ADD CONSTRAINT incident_handled CHECK (
    state IN ('received', 'rejected', 'merged') OR "handlerUnitId" IS NOT NULL);
ALTER TABLE "IncidentSystem"
  ADD CONSTRAINT incident_system_level CHECK (level BETWEEN 1 AND 5);
ALTER TABLE "IncidentDeadlineRule"
  ADD CONSTRAINT incident_rule_valid CHECK ("validFrom" < "validTo"),
  ADD CONSTRAINT incident_rule_minutes CHECK (minutes BETWEEN 1 AND 525600);
ALTER TABLE "IncidentDesk"
  ADD CONSTRAINT incident_desk_part CHECK (part IN ('police', 'support'));

-- What the lists, the home pages and the tick ask for.
CREATE INDEX incident_open ON "Incident" ("reportedAt" DESC)
  WHERE state NOT IN ('closed', 'rejected', 'merged');
CREATE INDEX incident_handled_by ON "Incident" ("handlerUnitId", "reportedAt" DESC)
  WHERE state NOT IN ('closed', 'rejected', 'merged');
CREATE INDEX incident_deadline_open ON "IncidentDeadline" ("dueAt")
  WHERE "metAt" IS NULL AND "droppedAt" IS NULL;
CREATE INDEX incident_indicator_keys ON "IncidentIndicator" USING gin (keys);
CREATE INDEX incident_warning_waiting ON "IncidentWarningReceipt" ("unitId")
  WHERE "acknowledgedAt" IS NULL;
CREATE INDEX drill_inject_waiting ON "DrillInject" ("drillId") WHERE "injectedAt" IS NULL;
CREATE INDEX incident_task_open ON "IncidentTask" ("assigneeId") WHERE "doneAt" IS NULL;

CREATE TRIGGER incident_entry_append_only
  BEFORE UPDATE OR DELETE ON "IncidentEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER incident_step_append_only
  BEFORE UPDATE OR DELETE ON "IncidentStep" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evidence_append_only
  BEFORE UPDATE OR DELETE ON "IncidentEvidence" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evidence_custody_append_only
  BEFORE UPDATE OR DELETE ON "EvidenceCustody" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER incident_report_append_only
  BEFORE UPDATE OR DELETE ON "IncidentReport" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER incident_view_append_only
  BEFORE UPDATE OR DELETE ON "IncidentView" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What was reported, by whom and when, stays; a drill never turns real.
CREATE FUNCTION keep_incident() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'an incident is never deleted';
  END IF;
  IF (NEW.id, NEW.year, NEW.number, NEW."unitId", NEW."drillId", NEW.sign, NEW.what, NEW.place,
      NEW."detectedAt", NEW."reportedAt", NEW."reportedById")
     IS DISTINCT FROM
     (OLD.id, OLD.year, OLD.number, OLD."unitId", OLD."drillId", OLD.sign, OLD.what, OLD.place,
      OLD."detectedAt", OLD."reportedAt", OLD."reportedById") THEN
    RAISE EXCEPTION 'what was reported of an incident never changes';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER incident_kept BEFORE UPDATE OR DELETE ON "Incident"
  FOR EACH ROW EXECUTE FUNCTION keep_incident();

-- The law as it was read, each with its source; where it says "at once" the district says how long that is.
INSERT INTO "IncidentDeadlineRule"
  (duty, trigger, "statutoryClass", kind, minutes, recipients, source, confidence, note, "validFrom", "validTo")
VALUES
  ('acknowledgement', 'detected', NULL, NULL, 60, '{"Đơn vị báo cáo"}',
   'QĐ 05/2017/QĐ-TTg Điều 12; TT 20/2017/TT-BTTTT Điều 10', 'official',
   'Văn bản ghi “ngay”; huyện tính là 60 phút.', '2017-11-01', '2026-08-19'),
  ('notice', 'detected', NULL, NULL, 7200,
   '{"Chủ quản hệ thống","Cơ quan điều phối quốc gia (VNCERT)","Đơn vị chuyên trách"}',
   'TT 20/2017/TT-BTTTT Điều 9; QĐ 05/2017/QĐ-TTg Điều 11', 'official',
   'Chậm nhất 5 ngày kể từ khi phát hiện.', '2017-11-01', '2026-08-19'),
  ('initial', 'escalated', NULL, NULL, 60,
   '{"Chủ quản hệ thống","Đơn vị chuyên trách","Cơ quan điều phối quốc gia (VNCERT)"}',
   'TT 20/2017/TT-BTTTT, Mẫu 03', 'official',
   'Văn bản ghi “ngay” khi có thể vượt khả năng; huyện tính là 60 phút.', '2017-11-01', '2026-08-19'),
  ('closing', 'ended', NULL, NULL, 7200,
   '{"Chủ quản hệ thống","Cơ quan điều phối quốc gia (VNCERT)"}',
   'TT 20/2017/TT-BTTTT, Mẫu 04', 'official',
   'Chậm nhất 5 ngày sau khi kết thúc ứng phó.', '2017-11-01', '2026-08-19'),
  ('acknowledgement', 'detected', NULL, NULL, 60, '{"Đơn vị báo cáo"}',
   'Quy định của huyện', 'district', 'Giữ mức cũ: văn bản mới không nêu.', '2026-08-19', NULL),
  ('initial', 'escalated', NULL, NULL, 60, '{"Lực lượng chuyên trách thuộc Bộ Công an"}',
   'NĐ 331/2026/NĐ-CP', 'secondary',
   'Báo ngay khi có dấu hiệu gây hại an ninh, trật tự hoặc gián đoạn nghiêm trọng; huyện tính là 60 phút. Đọc qua nguồn thứ cấp, cần đối chiếu Công báo.',
   '2026-08-19', NULL),
  ('notice', 'detected', 'serious', NULL, 1440, '{"Lực lượng chuyên trách thuộc Bộ Công an"}',
   'NĐ 331/2026/NĐ-CP', 'secondary',
   'Sự cố nghiêm trọng: báo trong 24 giờ. Cần đối chiếu Công báo.', '2026-08-19', NULL),
  ('cause', 'detected', NULL, NULL, 4320, '{"Lực lượng chuyên trách thuộc Bộ Công an"}',
   'NĐ 331/2026/NĐ-CP', 'secondary',
   'Nguyên nhân, phạm vi, biện pháp trong 72 giờ. Cần đối chiếu Công báo.', '2026-08-19', NULL),
  ('notice', 'detected', NULL, 'espionage', 4320, '{"Lực lượng chuyên trách thuộc Bộ Công an"}',
   'Luật 91/2025/QH15 Điều 23', 'secondary',
   'Lộ dữ liệu cá nhân: báo trong 72 giờ. Cần đối chiếu Công báo.', '2026-08-19', NULL),
  ('closing', 'ended', NULL, NULL, 7200, '{"Chủ quản hệ thống"}',
   'Quy định của huyện', 'district',
   'Biểu mẫu mới chưa ban hành (24/9/2026): huyện giữ mức 5 ngày và Mẫu 04.', '2026-08-19', NULL);

INSERT INTO "IncidentTaskTemplate" (kind, phase, position, text, mandatory) VALUES
  (NULL, 'received', 10, 'Gọi lại người báo, xem trực tiếp hệ thống hoặc ảnh chụp để xác minh', true),
  (NULL, 'verified', 20, 'Ghi hệ thống bị ảnh hưởng và cấp độ', true),
  (NULL, 'containing', 30, 'Sao lưu nhật ký, ảnh chụp, mẫu nghi ngờ vào minh chứng trước khi can thiệp', true),
  (NULL, 'recovering', 80, 'Kiểm tra lại sau khi khôi phục, theo dõi ít nhất 24 giờ', false),
  (NULL, 'review', 90, 'Họp rút kinh nghiệm, ghi nguyên nhân và bài học', true),
  ('data_encryption', 'containing', 40, 'Cô lập máy bị mã hóa khỏi mạng, ngắt các ổ chia sẻ', true),
  ('data_encryption', 'eradicating', 50, 'Xác định đường xâm nhập, đổi mật khẩu quản trị, vá lỗ hổng', true),
  ('data_encryption', 'recovering', 60, 'Khôi phục từ bản sao lưu sạch; ghi rõ dữ liệu không khôi phục được', false),
  ('defacement', 'containing', 40, 'Chuyển trang sang thông báo bảo trì, giữ bản sao trang bị sửa', true),
  ('defacement', 'eradicating', 50, 'Gỡ tệp lạ, đổi mật khẩu quản trị trang, cập nhật phần mềm', true),
  ('defacement', 'recovering', 60, 'Phục hồi nội dung đúng và đăng thông tin cho người dân', false),
  ('phishing', 'containing', 40, 'Gửi yêu cầu chặn tên miền, số gọi cho doanh nghiệp viễn thông', true),
  ('phishing', 'eradicating', 50, 'Rà soát ai đã nhập mật khẩu, đổi mật khẩu và thu hồi phiên', true),
  ('malware', 'containing', 40, 'Cách ly máy nhiễm, chặn địa chỉ điều khiển', true),
  ('malware', 'eradicating', 50, 'Bóc gỡ mã độc trên mọi máy cùng mạng, cập nhật bản vá', true),
  ('dos', 'containing', 40, 'Liên hệ nhà mạng lọc lưu lượng tấn công', true),
  ('unauthorized_access', 'containing', 40, 'Khóa tài khoản bị chiếm, thu hồi các phiên đang mở', true),
  ('unauthorized_access', 'eradicating', 50, 'Rà soát việc kẻ xâm nhập đã làm, gỡ tài khoản và cửa hậu', true),
  ('espionage', 'containing', 40, 'Chặn đường lộ dữ liệu, gỡ dữ liệu đã bị công khai', true),
  ('espionage', 'eradicating', 50, 'Xác định dữ liệu và số người bị ảnh hưởng', true),
  ('data_destruction', 'containing', 40, 'Dừng ghi vào thiết bị bị phá hoại, giữ nguyên hiện trạng', true),
  ('combined', 'containing', 40, 'Cô lập vùng mạng bị tấn công', true),
  ('other', 'containing', 40, 'Chặn hoặc gỡ nội dung, nguồn phát tán', false);
