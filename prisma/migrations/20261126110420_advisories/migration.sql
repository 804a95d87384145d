-- CreateEnum
CREATE TYPE "AdvisoryRhythm" AS ENUM ('urgent', 'weekly', 'monthly');

-- CreateEnum
CREATE TYPE "AdvisorySeverity" AS ENUM ('low', 'medium', 'high', 'critical');

-- CreateEnum
CREATE TYPE "HandlingState" AS ENUM ('unseen', 'seen', 'assessing', 'handling', 'done', 'not_applicable', 'accepted');

-- CreateEnum
CREATE TYPE "ProductCategory" AS ENUM ('workstation', 'server', 'office', 'browser', 'network', 'camera', 'web', 'security', 'other');

-- CreateTable
CREATE TABLE "Advisory" (
    "id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "number" TEXT NOT NULL DEFAULT '',
    "issuedOn" DATE,
    "subject" TEXT NOT NULL,
    "rhythm" "AdvisoryRhythm" NOT NULL DEFAULT 'weekly',
    "dueAt" TIMESTAMPTZ(3),
    "request" TEXT NOT NULL DEFAULT '',
    "kindCodes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "sourceText" TEXT NOT NULL DEFAULT '',
    "sourceName" TEXT NOT NULL DEFAULT '',
    "csafId" TEXT,
    "csafVersion" TEXT,
    "edition" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,
    "createdBy" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Advisory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AdvisoryItem" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "advisoryId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "cveId" TEXT,
    "product" TEXT NOT NULL,
    "productId" UUID,
    "severity" "AdvisorySeverity" NOT NULL,
    "knownExploitedAt" TIMESTAMPTZ(3),
    "fix" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "AdvisoryItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AdvisoryIndicator" (
    "advisoryId" UUID NOT NULL,
    "kind" "IndicatorKind" NOT NULL,
    "value" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "AdvisoryIndicator_pkey" PRIMARY KEY ("advisoryId","kind","value")
);

-- CreateTable
CREATE TABLE "AdvisoryEdition" (
    "advisoryId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "content" JSONB NOT NULL,
    "reopened" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "AdvisoryEdition_pkey" PRIMARY KEY ("advisoryId","number")
);

-- CreateTable
CREATE TABLE "AdvisoryHandling" (
    "advisoryId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "state" "HandlingState" NOT NULL DEFAULT 'unseen',
    "edition" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3),
    "total" INTEGER,
    "affected" INTEGER,
    "patched" INTEGER,
    "mitigated" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "ownerName" TEXT NOT NULL DEFAULT '',
    "ownerPhone" TEXT NOT NULL DEFAULT '',
    "closedAt" TIMESTAMPTZ(3),
    "acceptUntil" TIMESTAMPTZ(3),
    "acceptReason" TEXT NOT NULL DEFAULT '',
    "acceptedBy" TEXT NOT NULL DEFAULT '',
    "reviewedAt" TIMESTAMPTZ(3),
    "reviewedBy" TEXT NOT NULL DEFAULT '',
    "reopenedAt" TIMESTAMPTZ(3),
    "reopenReason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "AdvisoryHandling_pkey" PRIMARY KEY ("advisoryId","unitId")
);

-- CreateTable
CREATE TABLE "AdvisoryStep" (
    "id" UUID NOT NULL,
    "advisoryId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byName" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" "HandlingState" NOT NULL,
    "total" INTEGER,
    "affected" INTEGER,
    "patched" INTEGER,
    "mitigated" INTEGER,
    "text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "AdvisoryStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AdvisoryEvidence" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "advisoryId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "fileId" UUID NOT NULL,

    CONSTRAINT "AdvisoryEvidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KnownExploited" (
    "cveId" TEXT NOT NULL,
    "vendor" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "addedOn" DATE NOT NULL,
    "ransomware" BOOLEAN NOT NULL,
    "loadedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KnownExploited_pkey" PRIMARY KEY ("cveId")
);

-- CreateTable
CREATE TABLE "KnownExploitedLoad" (
    "id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "released" TIMESTAMPTZ(3) NOT NULL,
    "loadedAt" TIMESTAMPTZ(3) NOT NULL,
    "byName" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "added" INTEGER NOT NULL,
    "reopened" INTEGER NOT NULL,

    CONSTRAINT "KnownExploitedLoad_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Product" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "category" "ProductCategory" NOT NULL,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "rank" INTEGER NOT NULL DEFAULT 100,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnitInventory" (
    "unitId" UUID NOT NULL,
    "servers" INTEGER NOT NULL,
    "workstations" INTEGER NOT NULL,
    "networkDevices" INTEGER NOT NULL,
    "otherProducts" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "confirmedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedById" UUID NOT NULL,
    "confirmedBy" TEXT NOT NULL,

    CONSTRAINT "UnitInventory_pkey" PRIMARY KEY ("unitId")
);

-- CreateTable
CREATE TABLE "UnitProduct" (
    "unitId" UUID NOT NULL,
    "productId" UUID NOT NULL,

    CONSTRAINT "UnitProduct_pkey" PRIMARY KEY ("unitId","productId")
);

-- CreateTable
CREATE TABLE "InformationSystem" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "level" INTEGER,
    "domain" TEXT NOT NULL DEFAULT '',
    "operator" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "editedAt" TIMESTAMPTZ(3) NOT NULL,
    "editedById" UUID NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "InformationSystem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SweepRound" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "request" TEXT NOT NULL DEFAULT '',
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,
    "createdBy" TEXT NOT NULL,
    "lateToldAt" TIMESTAMPTZ(3),

    CONSTRAINT "SweepRound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SweepResult" (
    "roundId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "edition" INTEGER NOT NULL,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,
    "sweptOn" DATE NOT NULL,
    "sweptBy" TEXT NOT NULL,
    "servers" INTEGER NOT NULL,
    "serversChecked" INTEGER NOT NULL,
    "workstations" INTEGER NOT NULL,
    "workstationsChecked" INTEGER NOT NULL,
    "malwareFound" INTEGER NOT NULL,
    "malwareRemoved" INTEGER NOT NULL,
    "vulnerabilitiesFound" INTEGER NOT NULL,
    "vulnerabilitiesFixed" INTEGER NOT NULL,
    "hunts" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SweepResult_pkey" PRIMARY KEY ("roundId","unitId")
);

-- CreateTable
CREATE TABLE "SweepEdition" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "figures" JSONB NOT NULL,

    CONSTRAINT "SweepEdition_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Advisory_sentAt_id_idx" ON "Advisory"("sentAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Advisory_csafId_idx" ON "Advisory"("csafId");

-- CreateIndex
CREATE INDEX "AdvisoryItem_advisoryId_position_idx" ON "AdvisoryItem"("advisoryId", "position");

-- CreateIndex
CREATE INDEX "AdvisoryItem_cveId_idx" ON "AdvisoryItem"("cveId");

-- CreateIndex
CREATE INDEX "AdvisoryIndicator_kind_value_idx" ON "AdvisoryIndicator"("kind", "value");

-- CreateIndex
CREATE INDEX "AdvisoryHandling_unitId_state_dueAt_idx" ON "AdvisoryHandling"("unitId", "state", "dueAt");

-- CreateIndex
CREATE INDEX "AdvisoryStep_advisoryId_unitId_at_idx" ON "AdvisoryStep"("advisoryId", "unitId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "AdvisoryEvidence_fileId_key" ON "AdvisoryEvidence"("fileId");

-- CreateIndex
CREATE INDEX "AdvisoryEvidence_advisoryId_unitId_idx" ON "AdvisoryEvidence"("advisoryId", "unitId");

-- CreateIndex
CREATE INDEX "KnownExploitedLoad_loadedAt_idx" ON "KnownExploitedLoad"("loadedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Product_name_key" ON "Product"("name");

-- CreateIndex
CREATE INDEX "UnitProduct_productId_unitId_idx" ON "UnitProduct"("productId", "unitId");

-- CreateIndex
CREATE INDEX "InformationSystem_unitId_retiredAt_idx" ON "InformationSystem"("unitId", "retiredAt");

-- CreateIndex
CREATE UNIQUE INDEX "SweepRound_campaignId_number_key" ON "SweepRound"("campaignId", "number");

-- CreateIndex
CREATE INDEX "SweepResult_unitId_idx" ON "SweepResult"("unitId");

-- CreateIndex
CREATE UNIQUE INDEX "SweepEdition_roundId_unitId_number_key" ON "SweepEdition"("roundId", "unitId", "number");

-- AddForeignKey
ALTER TABLE "AdvisoryItem" ADD CONSTRAINT "AdvisoryItem_advisoryId_fkey" FOREIGN KEY ("advisoryId") REFERENCES "Advisory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdvisoryItem" ADD CONSTRAINT "AdvisoryItem_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdvisoryIndicator" ADD CONSTRAINT "AdvisoryIndicator_advisoryId_fkey" FOREIGN KEY ("advisoryId") REFERENCES "Advisory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdvisoryEdition" ADD CONSTRAINT "AdvisoryEdition_advisoryId_fkey" FOREIGN KEY ("advisoryId") REFERENCES "Advisory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdvisoryHandling" ADD CONSTRAINT "AdvisoryHandling_advisoryId_fkey" FOREIGN KEY ("advisoryId") REFERENCES "Advisory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdvisoryHandling" ADD CONSTRAINT "AdvisoryHandling_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdvisoryStep" ADD CONSTRAINT "AdvisoryStep_advisoryId_unitId_fkey" FOREIGN KEY ("advisoryId", "unitId") REFERENCES "AdvisoryHandling"("advisoryId", "unitId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdvisoryEvidence" ADD CONSTRAINT "AdvisoryEvidence_advisoryId_unitId_fkey" FOREIGN KEY ("advisoryId", "unitId") REFERENCES "AdvisoryHandling"("advisoryId", "unitId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdvisoryEvidence" ADD CONSTRAINT "AdvisoryEvidence_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitInventory" ADD CONSTRAINT "UnitInventory_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitProduct" ADD CONSTRAINT "UnitProduct_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitProduct" ADD CONSTRAINT "UnitProduct_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InformationSystem" ADD CONSTRAINT "InformationSystem_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SweepRound" ADD CONSTRAINT "SweepRound_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SweepResult" ADD CONSTRAINT "SweepResult_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "SweepRound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SweepResult" ADD CONSTRAINT "SweepResult_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SweepEdition" ADD CONSTRAINT "SweepEdition_roundId_unitId_fkey" FOREIGN KEY ("roundId", "unitId") REFERENCES "SweepResult"("roundId", "unitId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Figures that cannot be are kept out, whoever writes them.
ALTER TABLE "UnitInventory" ADD CONSTRAINT "UnitInventory_counts"
  CHECK (servers >= 0 AND workstations >= 0 AND "networkDevices" >= 0);
ALTER TABLE "InformationSystem" ADD CONSTRAINT "InformationSystem_level"
  CHECK (level IS NULL OR level BETWEEN 1 AND 5);
ALTER TABLE "AdvisoryHandling" ADD CONSTRAINT "AdvisoryHandling_balance" CHECK (
  (total IS NULL AND affected IS NULL AND patched IS NULL AND mitigated IS NULL)
  OR (total IS NOT NULL AND affected IS NOT NULL AND patched IS NOT NULL AND mitigated IS NOT NULL
      AND patched >= 0 AND mitigated >= 0 AND patched + mitigated <= affected AND affected <= total));
ALTER TABLE "AdvisoryHandling" ADD CONSTRAINT "AdvisoryHandling_closed" CHECK (
  (state IN ('done', 'not_applicable', 'accepted')) = ("closedAt" IS NOT NULL)
  AND (state = 'accepted') = ("acceptUntil" IS NOT NULL)
  AND (state <> 'done' OR patched + mitigated = affected));
ALTER TABLE "Advisory" ADD CONSTRAINT "Advisory_sent" CHECK (
  (edition > 0) = ("sentAt" IS NOT NULL) AND (edition = 0 OR "dueAt" IS NOT NULL));
ALTER TABLE "SweepRound" ADD CONSTRAINT "SweepRound_time" CHECK ("dueAt" > "startsAt");
ALTER TABLE "SweepResult" ADD CONSTRAINT "SweepResult_balance" CHECK (
  "serversChecked" BETWEEN 0 AND servers AND "workstationsChecked" BETWEEN 0 AND workstations
  AND "malwareRemoved" BETWEEN 0 AND "malwareFound"
  AND "vulnerabilitiesFixed" BETWEEN 0 AND "vulnerabilitiesFound" AND hunts >= 0);

-- What came of an advisory or a sweep is not rewritten.
CREATE TRIGGER keep_advisory_edition BEFORE UPDATE OR DELETE ON "AdvisoryEdition"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keep_advisory_step BEFORE UPDATE OR DELETE ON "AdvisoryStep"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keep_sweep_edition BEFORE UPDATE OR DELETE ON "SweepEdition"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The matrix walks the units that exist in the order of their names.
CREATE INDEX "Unit_in_order" ON "Unit" (name COLLATE "vi-x-icu", id) WHERE "validTo" IS NULL;
-- What waits: risks that run out, and what is open.
CREATE INDEX "AdvisoryHandling_accepted" ON "AdvisoryHandling" ("acceptUntil") WHERE state = 'accepted';
CREATE INDEX "AdvisoryHandling_open" ON "AdvisoryHandling" ("advisoryId", "unitId") WHERE "closedAt" IS NULL;
CREATE INDEX "AdvisoryHandling_unreviewed" ON "AdvisoryHandling" ("closedAt")
  WHERE "closedAt" IS NOT NULL AND "reviewedAt" IS NULL;
CREATE INDEX "AdvisoryItem_exploited" ON "AdvisoryItem" ("advisoryId") WHERE "knownExploitedAt" IS NOT NULL;

INSERT INTO "Product" (name, category, aliases, rank) VALUES
  ('Windows 11', 'workstation', '{"windows 11"}', 10),
  ('Windows 10', 'workstation', '{"windows 10","windows"}', 11),
  ('Windows 7 hoặc cũ hơn', 'workstation', '{"windows 7","windows 8","windows xp"}', 12),
  ('Windows Server', 'server', '{"windows server"}', 20),
  ('Linux (máy chủ)', 'server', '{"linux","ubuntu","centos","debian","red hat"}', 21),
  ('VMware', 'server', '{"vmware","esxi","vcenter"}', 22),
  ('Microsoft Exchange', 'server', '{"exchange server","microsoft exchange","exchange"}', 23),
  ('Microsoft SharePoint', 'server', '{"sharepoint"}', 24),
  ('Microsoft Office', 'office', '{"microsoft office","office","outlook","microsoft word","microsoft excel"}', 30),
  ('WinRAR, 7-Zip', 'office', '{"winrar","7-zip","7zip"}', 31),
  ('Adobe Acrobat, Reader', 'office', '{"adobe acrobat","acrobat","adobe reader"}', 32),
  ('UltraViewer, TeamViewer, AnyDesk', 'office', '{"ultraviewer","teamviewer","anydesk"}', 33),
  ('Google Chrome', 'browser', '{"google chrome","chrome","chromium"}', 40),
  ('Microsoft Edge', 'browser', '{"microsoft edge","edge"}', 41),
  ('Mozilla Firefox', 'browser', '{"firefox"}', 42),
  ('MikroTik', 'network', '{"mikrotik","routeros","winbox"}', 50),
  ('Fortinet FortiGate', 'network', '{"fortigate","fortios","fortinet","fortiproxy"}', 51),
  ('Cisco', 'network', '{"cisco","ios xe","cisco asa"}', 52),
  ('TP-Link', 'network', '{"tp-link","tplink"}', 53),
  ('DrayTek Vigor', 'network', '{"draytek","vigor"}', 54),
  ('Bộ phát Wi-Fi khác', 'network', '{"wi-fi","wifi","netgear","d-link","zyxel"}', 55),
  ('Camera giám sát', 'camera', '{"camera","hikvision","dahua","dvr","nvr"}', 60),
  ('Máy in mạng', 'other', '{"printer","máy in","print spooler"}', 61),
  ('WordPress', 'web', '{"wordpress"}', 70),
  ('Trang web PHP khác', 'web', '{"php","joomla","drupal","laravel"}', 71),
  ('Apache, Nginx, IIS', 'web', '{"apache http","apache tomcat","tomcat","nginx","internet information services","apache"}', 72),
  ('Kaspersky, BKAV hoặc phần mềm diệt vi-rút khác', 'security', '{"kaspersky","bkav","antivirus","defender"}', 80),
  ('Điện thoại, máy tính bảng Android', 'other', '{"android"}', 90),
  ('iPhone, iPad', 'other', '{"iphone","ipad","ios "}', 91);
