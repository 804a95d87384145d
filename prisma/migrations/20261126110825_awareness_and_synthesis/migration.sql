-- CreateEnum
CREATE TYPE "AwarenessKind" AS ENUM ('loudspeaker', 'zalo', 'facebook', 'website', 'meeting', 'panel', 'leaflet', 'digital_team');

-- CreateEnum
CREATE TYPE "SynthesisKind" AS ENUM ('daily', 'final');

-- AlterTable
ALTER TABLE "Unit" ADD COLUMN     "population" INTEGER;

-- CreateTable
CREATE TABLE "AwarenessActivity" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "kind" "AwarenessKind" NOT NULL,
    "topic" TEXT NOT NULL,
    "heldOn" DATE NOT NULL,
    "times" INTEGER NOT NULL,
    "staffReach" INTEGER,
    "publicReach" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "messageId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,
    "createdBy" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removedAt" TIMESTAMPTZ(3),
    "removeReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "AwarenessActivity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AwarenessPhoto" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "activityId" UUID NOT NULL,
    "fileId" UUID NOT NULL,

    CONSTRAINT "AwarenessPhoto_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AwarenessMessage" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "advice" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "retiredAt" TIMESTAMPTZ(3),
    "editedAt" TIMESTAMPTZ(3) NOT NULL,
    "editedById" UUID,
    "editedBy" TEXT NOT NULL,

    CONSTRAINT "AwarenessMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LateReason" (
    "campaignId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "writtenById" UUID NOT NULL,
    "writtenBy" TEXT NOT NULL,

    CONSTRAINT "LateReason_pkey" PRIMARY KEY ("campaignId","kind","subjectId")
);

-- CreateTable
CREATE TABLE "Synthesis" (
    "id" UUID NOT NULL,
    "kind" "SynthesisKind" NOT NULL,
    "campaignId" UUID NOT NULL,
    "countedFrom" TIMESTAMPTZ(3) NOT NULL,
    "countedTo" TIMESTAMPTZ(3) NOT NULL,
    "comparedId" UUID,
    "number" INTEGER,
    "issuedOn" DATE,
    "edition" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,
    "createdBy" TEXT NOT NULL,
    "signedAt" TIMESTAMPTZ(3),
    "signedById" UUID,
    "signedBy" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Synthesis_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SynthesisEdition" (
    "id" UUID NOT NULL,
    "synthesisId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "writtenById" UUID NOT NULL,
    "writtenBy" TEXT NOT NULL,
    "words" JSONB NOT NULL,
    "chapters" JSONB NOT NULL,
    "countedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SynthesisEdition_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AwarenessActivity_unitId_heldOn_createdAt_idx" ON "AwarenessActivity"("unitId", "heldOn" DESC, "createdAt" DESC);

-- CreateIndex
CREATE INDEX "AwarenessActivity_heldOn_createdAt_idx" ON "AwarenessActivity"("heldOn" DESC, "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "AwarenessPhoto_fileId_key" ON "AwarenessPhoto"("fileId");

-- CreateIndex
CREATE INDEX "AwarenessPhoto_activityId_idx" ON "AwarenessPhoto"("activityId");

-- CreateIndex
CREATE INDEX "AwarenessMessage_retiredAt_editedAt_idx" ON "AwarenessMessage"("retiredAt", "editedAt" DESC);

-- CreateIndex
CREATE INDEX "Synthesis_campaignId_createdAt_idx" ON "Synthesis"("campaignId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Synthesis_createdAt_idx" ON "Synthesis"("createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "SynthesisEdition_synthesisId_number_key" ON "SynthesisEdition"("synthesisId", "number");

-- AddForeignKey
ALTER TABLE "AwarenessActivity" ADD CONSTRAINT "AwarenessActivity_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AwarenessActivity" ADD CONSTRAINT "AwarenessActivity_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "AwarenessMessage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AwarenessPhoto" ADD CONSTRAINT "AwarenessPhoto_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "AwarenessActivity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AwarenessPhoto" ADD CONSTRAINT "AwarenessPhoto_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LateReason" ADD CONSTRAINT "LateReason_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Synthesis" ADD CONSTRAINT "Synthesis_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Synthesis" ADD CONSTRAINT "Synthesis_comparedId_fkey" FOREIGN KEY ("comparedId") REFERENCES "Campaign"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SynthesisEdition" ADD CONSTRAINT "SynthesisEdition_synthesisId_fkey" FOREIGN KEY ("synthesisId") REFERENCES "Synthesis"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Unit" ADD CONSTRAINT unit_population_positive CHECK (population > 0);
ALTER TABLE "AwarenessActivity"
  ADD CONSTRAINT awareness_counts CHECK (times >= 1 AND "staffReach" >= 0 AND "publicReach" >= 0);
ALTER TABLE "Synthesis"
  ADD CONSTRAINT synthesis_period CHECK ("countedFrom" <= "countedTo"),
  ADD CONSTRAINT synthesis_signed CHECK
    ("signedAt" IS NULL OR (number IS NOT NULL AND "issuedOn" IS NOT NULL));
