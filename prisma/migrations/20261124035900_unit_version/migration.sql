-- AlterTable
ALTER TABLE "Unit" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "RecipientGroup" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
