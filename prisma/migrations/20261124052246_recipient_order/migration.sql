-- AlterTable
ALTER TABLE "SectionRecipient" ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0;
