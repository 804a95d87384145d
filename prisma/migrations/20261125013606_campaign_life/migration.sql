-- AlterTable
ALTER TABLE "Campaign" ADD COLUMN     "clonedFromId" UUID,
ADD COLUMN     "closedAt" TIMESTAMPTZ(3),
ADD COLUMN     "closedById" UUID,
ADD COLUMN     "editedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "editedById" UUID,
ADD COLUMN     "openedAt" TIMESTAMPTZ(3),
ADD COLUMN     "openedById" UUID,
ADD COLUMN     "purpose" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "requestId" UUID;

-- CreateTable
CREATE TABLE "CampaignOccasion" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "campaignId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "calendar" TEXT NOT NULL,
    "firstOn" DATE NOT NULL,
    "lastOn" DATE NOT NULL,

    CONSTRAINT "CampaignOccasion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CampaignLesson" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "requestId" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID NOT NULL,

    CONSTRAINT "CampaignLesson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CampaignTemplate" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "rank" INTEGER NOT NULL DEFAULT 100,
    "leadDays" INTEGER NOT NULL DEFAULT 7,
    "trailDays" INTEGER NOT NULL DEFAULT 3,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CampaignTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TemplateOccasion" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "templateId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "calendar" TEXT NOT NULL,
    "month" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "offset" INTEGER NOT NULL DEFAULT 0,
    "days" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "TemplateOccasion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublicHoliday" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "firstOn" DATE NOT NULL,
    "lastOn" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PublicHoliday_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeadlineRule" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "measure" TEXT,
    "anchor" TEXT NOT NULL,
    "occasionKind" TEXT,
    "offset" INTEGER NOT NULL,
    "time" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DeadlineRule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CampaignOccasion_firstOn_idx" ON "CampaignOccasion"("firstOn");

-- CreateIndex
CREATE UNIQUE INDEX "CampaignOccasion_campaignId_position_key" ON "CampaignOccasion"("campaignId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "CampaignLesson_requestId_key" ON "CampaignLesson"("requestId");

-- CreateIndex
CREATE INDEX "CampaignLesson_campaignId_createdAt_idx" ON "CampaignLesson"("campaignId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "CampaignTemplate_name_key" ON "CampaignTemplate"("name");

-- CreateIndex
CREATE UNIQUE INDEX "TemplateOccasion_templateId_position_key" ON "TemplateOccasion"("templateId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "PublicHoliday_firstOn_name_key" ON "PublicHoliday"("firstOn", "name");

-- CreateIndex
CREATE INDEX "DeadlineRule_validFrom_idx" ON "DeadlineRule"("validFrom");

-- CreateIndex
CREATE UNIQUE INDEX "Campaign_requestId_key" ON "Campaign"("requestId");

-- CreateIndex
CREATE INDEX "Campaign_clonedFromId_idx" ON "Campaign"("clonedFromId");

-- AddForeignKey
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_editedById_fkey" FOREIGN KEY ("editedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_openedById_fkey" FOREIGN KEY ("openedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_clonedFromId_fkey" FOREIGN KEY ("clonedFromId") REFERENCES "Campaign"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignOccasion" ADD CONSTRAINT "CampaignOccasion_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignLesson" ADD CONSTRAINT "CampaignLesson_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignLesson" ADD CONSTRAINT "CampaignLesson_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TemplateOccasion" ADD CONSTRAINT "TemplateOccasion_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "CampaignTemplate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Days and words that the rules rely on.
ALTER TABLE "CampaignOccasion"
  ADD CONSTRAINT occasion_days CHECK ("firstOn" <= "lastOn"),
  ADD CONSTRAINT occasion_calendar CHECK (calendar IN ('solar', 'lunar'));
ALTER TABLE "PublicHoliday" ADD CONSTRAINT holiday_days CHECK ("firstOn" <= "lastOn");
ALTER TABLE "TemplateOccasion"
  ADD CONSTRAINT template_calendar CHECK (calendar IN ('solar', 'lunar')),
  ADD CONSTRAINT template_days CHECK (days BETWEEN 1 AND 60);
ALTER TABLE "DeadlineRule"
  ADD CONSTRAINT rule_validity CHECK ("validTo" IS NULL OR "validFrom" < "validTo"),
  ADD CONSTRAINT rule_anchor CHECK (
    anchor IN ('starts', 'ends', 'occasion_starts', 'occasion_ends')
    AND (anchor LIKE 'occasion%') = ("occasionKind" IS NOT NULL)
  );
-- What is closed was opened first.
ALTER TABLE "Campaign" ADD CONSTRAINT campaign_life CHECK ("closedAt" IS NULL OR "openedAt" IS NOT NULL);

-- Where an installation starts from; all of it is edited in the administration.
WITH template AS (
  INSERT INTO "CampaignTemplate" (name, note, rank, "leadDays", "trailDays") VALUES
    ('Tết Dương lịch, Tết Nguyên đán và 3/2', 'Từ đầu năm dương lịch đến hết dịp Tết và ngày thành lập Đảng.', 10, 7, 3),
    ('30/4 - 1/5', 'Ngày Giải phóng miền Nam và Quốc tế Lao động.', 20, 5, 2),
    ('2/9', 'Quốc khánh.', 30, 5, 2),
    ('Giỗ Tổ Hùng Vương', 'Mùng 10 tháng Ba âm lịch.', 40, 3, 1)
  RETURNING id, rank
)
INSERT INTO "TemplateOccasion"
  ("templateId", position, kind, name, calendar, month, day, "offset", days)
SELECT template.id, o.position, o.kind, o.name, o.calendar, o.month, o.day, o."offset", o.days
FROM template JOIN (VALUES
  (10, 0, 'tet_duong_lich', 'Tết Dương lịch', 'solar', 1, 1, 0, 1),
  (10, 1, 'tet_nguyen_dan', 'Tết Nguyên đán', 'lunar', 1, 1, -1, 6),
  (10, 2, 'thanh_lap_dang', 'Ngày thành lập Đảng Cộng sản Việt Nam 3/2', 'solar', 2, 3, 0, 1),
  (20, 0, 'giai_phong_lao_dong', 'Ngày 30/4 và Quốc tế Lao động 1/5', 'solar', 4, 30, 0, 2),
  (30, 0, 'quoc_khanh', 'Quốc khánh 2/9', 'solar', 9, 2, 0, 2),
  (40, 0, 'gio_to', 'Giỗ Tổ Hùng Vương', 'lunar', 3, 10, 0, 1)
) AS o (rank, position, kind, name, calendar, month, day, "offset", days) ON o.rank = template.rank;

INSERT INTO "PublicHoliday" (name, "firstOn", "lastOn", source, confidence) VALUES
  ('Tết Dương lịch', '2025-01-01', '2025-01-01', 'Điều 112 Bộ luật Lao động 2019', 'unverified'),
  ('Nghỉ Tết Nguyên đán Ất Tỵ', '2025-01-25', '2025-02-02', 'Văn bản 8726/VPCP-KGVX ngày 26/11/2024, theo báo chí', 'press'),
  ('Giỗ Tổ Hùng Vương', '2025-04-07', '2025-04-07', 'Điều 112 Bộ luật Lao động 2019; ngày mùng 10 tháng Ba âm lịch', 'unverified'),
  ('Ngày Giải phóng miền Nam và Quốc tế Lao động', '2025-04-30', '2025-05-01', 'Điều 112 Bộ luật Lao động 2019', 'unverified'),
  ('Quốc khánh', '2025-09-02', '2025-09-02', 'Điều 112 Bộ luật Lao động 2019; ngày liền kề theo thông báo từng năm', 'unverified'),
  ('Nghỉ Tết Dương lịch', '2026-01-01', '2026-01-04', 'Thông báo lịch nghỉ năm 2026, theo báo chí', 'press'),
  ('Nghỉ Tết Nguyên đán Bính Ngọ', '2026-02-14', '2026-02-22', 'Thông báo lịch nghỉ năm 2026, theo báo chí', 'press'),
  ('Giỗ Tổ Hùng Vương', '2026-04-26', '2026-04-26', 'Điều 112 Bộ luật Lao động 2019; ngày mùng 10 tháng Ba âm lịch', 'unverified'),
  ('Ngày Giải phóng miền Nam và Quốc tế Lao động', '2026-04-30', '2026-05-01', 'Điều 112 Bộ luật Lao động 2019', 'unverified'),
  ('Quốc khánh', '2026-09-02', '2026-09-02', 'Điều 112 Bộ luật Lao động 2019; ngày liền kề theo thông báo từng năm', 'unverified');
