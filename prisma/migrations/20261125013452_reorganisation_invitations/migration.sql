-- AlterTable
ALTER TABLE "DirectiveReceipt" ADD COLUMN     "passedAt" TIMESTAMPTZ(3),
ADD COLUMN     "passedToId" UUID;

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "passedAt" TIMESTAMPTZ(3),
ADD COLUMN     "passedToId" UUID;

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "userId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reorganisation" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "title" TEXT NOT NULL,
    "effectiveOn" DATE NOT NULL,
    "planHash" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "appliedAt" TIMESTAMPTZ(3) NOT NULL,
    "appliedById" UUID NOT NULL,
    "appliedBy" TEXT NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),
    "undoneBy" TEXT,

    CONSTRAINT "Reorganisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReorganisationUnit" (
    "reorganisationId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "unitName" TEXT NOT NULL,
    "successorId" UUID NOT NULL,
    "successorName" TEXT NOT NULL,
    "created" BOOLEAN NOT NULL,

    CONSTRAINT "ReorganisationUnit_pkey" PRIMARY KEY ("reorganisationId","unitId")
);

-- CreateTable
CREATE TABLE "ReorganisationStep" (
    "id" BIGSERIAL NOT NULL,
    "reorganisationId" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "ReorganisationStep_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_userId_createdAt_idx" ON "Invitation"("userId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Reorganisation_appliedAt_idx" ON "Reorganisation"("appliedAt" DESC);

-- CreateIndex
CREATE INDEX "ReorganisationStep_reorganisationId_subject_idx" ON "ReorganisationStep"("reorganisationId", "subject");

-- AddForeignKey
ALTER TABLE "DirectiveReceipt" ADD CONSTRAINT "DirectiveReceipt_passedToId_fkey" FOREIGN KEY ("passedToId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_passedToId_fkey" FOREIGN KEY ("passedToId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReorganisationUnit" ADD CONSTRAINT "ReorganisationUnit_reorganisationId_fkey" FOREIGN KEY ("reorganisationId") REFERENCES "Reorganisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReorganisationStep" ADD CONSTRAINT "ReorganisationStep_reorganisationId_fkey" FOREIGN KEY ("reorganisationId") REFERENCES "Reorganisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A plan stands once; undone, it may be applied again.
CREATE UNIQUE INDEX reorganisation_standing ON "Reorganisation" ("planHash") WHERE "undoneAt" IS NULL;

-- Whoever is invited again gets a new link, and the old one opens nothing.
CREATE UNIQUE INDEX invitation_open ON "Invitation" ("userId")
  WHERE "usedAt" IS NULL AND "revokedAt" IS NULL;

-- What went on to a unit, for undoing and for deleting that unit.
CREATE INDEX receipt_passed ON "DirectiveReceipt" ("passedToId") WHERE "passedToId" IS NOT NULL;
CREATE INDEX assignment_passed ON "Assignment" ("passedToId") WHERE "passedToId" IS NOT NULL;
