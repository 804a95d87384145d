-- AlterTable
ALTER TABLE "AdvisoryHandling" ADD COLUMN     "passedAt" TIMESTAMPTZ(3),
ADD COLUMN     "passedToId" UUID;

-- What went on to a successor is no longer the old unit's to answer for.
CREATE VIEW "LiveHandling" AS SELECT * FROM "AdvisoryHandling" WHERE "passedAt" IS NULL;
