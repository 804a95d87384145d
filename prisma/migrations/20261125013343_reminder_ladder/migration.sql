-- CreateEnum
CREATE TYPE "ReminderSubject" AS ENUM ('report', 'acknowledgement');

-- CreateEnum
CREATE TYPE "ReminderReceiver" AS ENUM ('unit', 'assignee', 'lead', 'district');

-- CreateEnum
CREATE TYPE "CallResult" AS ENUM ('reached', 'no_answer', 'call_back');

-- CreateTable
CREATE TABLE "ReminderLadder" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "usedByDefault" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ReminderLadder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReminderRule" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "ladderId" UUID NOT NULL,
    "subject" "ReminderSubject" NOT NULL,
    "offset" INTEGER NOT NULL,
    "minuteOfDay" INTEGER NOT NULL DEFAULT 480,
    "tell" "ReminderReceiver"[],
    "text" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ReminderRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DirectiveLadder" (
    "directiveId" UUID NOT NULL,
    "ladderId" UUID,
    "chosenAt" TIMESTAMPTZ(3) NOT NULL,
    "chosenById" UUID NOT NULL,

    CONSTRAINT "DirectiveLadder_pkey" PRIMARY KEY ("directiveId")
);

-- CreateTable
CREATE TABLE "ReminderStep" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "directiveId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "ruleId" UUID NOT NULL,
    "subject" "ReminderSubject" NOT NULL,
    "dueDay" DATE NOT NULL,
    "stepAt" TIMESTAMPTZ(3) NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "owed" INTEGER NOT NULL,
    "firstId" UUID,
    "told" "ReminderReceiver"[],
    "message" TEXT NOT NULL,

    CONSTRAINT "ReminderStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnitCall" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "requestId" UUID NOT NULL,
    "directiveId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "calledAt" TIMESTAMPTZ(3) NOT NULL,
    "calledById" UUID NOT NULL,
    "heldUntil" TIMESTAMPTZ(3) NOT NULL,
    "result" "CallResult",
    "note" TEXT NOT NULL DEFAULT '',
    "notedAt" TIMESTAMPTZ(3),

    CONSTRAINT "UnitCall_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReminderLadder_name_key" ON "ReminderLadder"("name");

-- CreateIndex
CREATE UNIQUE INDEX "ReminderRule_ladderId_subject_offset_key" ON "ReminderRule"("ladderId", "subject", "offset");

-- CreateIndex
CREATE INDEX "ReminderStep_directiveId_unitId_subject_dueDay_stepAt_idx" ON "ReminderStep"("directiveId", "unitId", "subject", "dueDay", "stepAt");

-- CreateIndex
CREATE UNIQUE INDEX "ReminderStep_directiveId_unitId_ruleId_dueDay_key" ON "ReminderStep"("directiveId", "unitId", "ruleId", "dueDay");

-- CreateIndex
CREATE UNIQUE INDEX "UnitCall_requestId_key" ON "UnitCall"("requestId");

-- CreateIndex
CREATE INDEX "UnitCall_directiveId_unitId_calledAt_idx" ON "UnitCall"("directiveId", "unitId", "calledAt" DESC);

-- CreateIndex
CREATE INDEX "UnitCall_unitId_calledAt_idx" ON "UnitCall"("unitId", "calledAt" DESC);

-- AddForeignKey
ALTER TABLE "ReminderRule" ADD CONSTRAINT "ReminderRule_ladderId_fkey" FOREIGN KEY ("ladderId") REFERENCES "ReminderLadder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DirectiveLadder" ADD CONSTRAINT "DirectiveLadder_directiveId_fkey" FOREIGN KEY ("directiveId") REFERENCES "Directive"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DirectiveLadder" ADD CONSTRAINT "DirectiveLadder_ladderId_fkey" FOREIGN KEY ("ladderId") REFERENCES "ReminderLadder"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DirectiveLadder" ADD CONSTRAINT "DirectiveLadder_chosenById_fkey" FOREIGN KEY ("chosenById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReminderStep" ADD CONSTRAINT "ReminderStep_directiveId_fkey" FOREIGN KEY ("directiveId") REFERENCES "Directive"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReminderStep" ADD CONSTRAINT "ReminderStep_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReminderStep" ADD CONSTRAINT "ReminderStep_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "ReminderRule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReminderStep" ADD CONSTRAINT "ReminderStep_firstId_fkey" FOREIGN KEY ("firstId") REFERENCES "Obligation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitCall" ADD CONSTRAINT "UnitCall_directiveId_fkey" FOREIGN KEY ("directiveId") REFERENCES "Directive"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitCall" ADD CONSTRAINT "UnitCall_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitCall" ADD CONSTRAINT "UnitCall_calledById_fkey" FOREIGN KEY ("calledById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One ladder is the default.
CREATE UNIQUE INDEX reminder_ladder_default ON "ReminderLadder" ("usedByDefault") WHERE "usedByDefault";

ALTER TABLE "ReminderRule"
  ADD CONSTRAINT reminder_rule_offset CHECK (
    CASE subject WHEN 'report' THEN "offset" BETWEEN -60 AND 60 ELSE "offset" BETWEEN 1 AND 720 END),
  ADD CONSTRAINT reminder_rule_minute CHECK ("minuteOfDay" BETWEEN 0 AND 1439),
  ADD CONSTRAINT reminder_rule_tell CHECK (cardinality(tell) > 0);

-- What was raised stays as it was raised.
CREATE TRIGGER reminder_step_append_only
  BEFORE UPDATE OR DELETE ON "ReminderStep" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Two officers never hold the same unit at once.
ALTER TABLE "UnitCall"
  ADD CONSTRAINT unit_call_held CHECK ("heldUntil" >= "calledAt"),
  ADD CONSTRAINT unit_call_alone
    EXCLUDE USING gist ("unitId" WITH =, tstzrange("calledAt", "heldUntil") WITH &&);

-- What the ladder looks at every minute.
CREATE INDEX assignment_owed ON "Assignment" ("directiveId", "unitId", "dueAt")
  WHERE "reportedAt" IS NULL AND "acceptedAt" IS NULL;
CREATE INDEX receipt_unacknowledged ON "DirectiveReceipt" ("directiveId", "unitId")
  WHERE "acknowledgedAt" IS NULL;
CREATE INDEX notice_ladder_unseen ON "Notice" (cause) WHERE "seenAt" IS NULL AND cause LIKE 'ladder:%';

-- Two ladders to start with: the later, the wider.
WITH ladder AS (
  INSERT INTO "ReminderLadder" (name, description, "usedByDefault") VALUES
    ('Nhắc thường', 'Dùng cho văn bản thông thường: báo đơn vị trước, càng trễ càng lên cấp trên.', true),
    ('Nhắc gấp', 'Dùng cho công điện, việc trong vài ngày: báo lãnh đạo đơn vị và huyện sớm hơn.', false)
  RETURNING id, "usedByDefault" AS usual
)
INSERT INTO "ReminderRule" ("ladderId", subject, "offset", "minuteOfDay", tell, text)
SELECT ladder.id, rule.subject::"ReminderSubject", rule."offset", 480,
       rule.tell::"ReminderReceiver"[], rule.text
FROM ladder JOIN (VALUES
  (true, 'report', -7, '{unit}', 'Còn một tuần. Đề nghị đơn vị bố trí người thực hiện.'),
  (true, 'report', -3, '{unit}', 'Còn 3 ngày. Đề nghị kiểm tra tiến độ.'),
  (true, 'report', -1, '{unit,assignee}', 'Ngày mai đến hạn. Đề nghị hoàn thành và gửi báo cáo.'),
  (true, 'report', 0, '{unit,assignee}', 'Hôm nay là hạn cuối. Đề nghị gửi báo cáo trong ngày.'),
  (true, 'report', 1, '{unit,lead}', 'Đã quá hạn. Đề nghị lãnh đạo đơn vị chỉ đạo báo cáo ngay.'),
  (true, 'report', 3, '{lead,district}', 'Quá hạn 3 ngày vẫn chưa có báo cáo.'),
  (true, 'acknowledgement', 24, '{unit}', 'Văn bản đến đã một ngày. Đề nghị tiếp nhận và cử cán bộ đầu mối.'),
  (true, 'acknowledgement', 48, '{unit,lead}', 'Văn bản đến đã hai ngày mà chưa tiếp nhận.'),
  (true, 'acknowledgement', 72, '{lead,district}', 'Văn bản đến đã ba ngày mà chưa tiếp nhận.'),
  (false, 'report', -2, '{unit,assignee}', 'Còn 2 ngày. Đề nghị kiểm tra tiến độ.'),
  (false, 'report', -1, '{unit,assignee,lead}', 'Ngày mai đến hạn. Đề nghị hoàn thành và gửi báo cáo.'),
  (false, 'report', 0, '{unit,assignee,lead}', 'Hôm nay là hạn cuối. Đề nghị gửi báo cáo trong ngày.'),
  (false, 'report', 1, '{lead,district}', 'Đã quá hạn, chưa có báo cáo.'),
  (false, 'acknowledgement', 4, '{unit}', 'Văn bản khẩn đã đến 4 giờ. Đề nghị tiếp nhận ngay.'),
  (false, 'acknowledgement', 12, '{unit,lead}', 'Văn bản khẩn đã đến 12 giờ mà chưa tiếp nhận.'),
  (false, 'acknowledgement', 24, '{lead,district}', 'Văn bản khẩn đã đến một ngày mà chưa tiếp nhận.')
) AS rule (usual, subject, "offset", tell, text) ON rule.usual = ladder.usual;
