-- CreateEnum
CREATE TYPE "AssignmentRole" AS ENUM ('lead', 'cooperating');

-- AlterEnum
ALTER TYPE "DirectiveState" ADD VALUE 'recalled';

-- AlterTable
ALTER TABLE "Directive" ADD COLUMN     "recallReason" TEXT,
ADD COLUMN     "recalledAt" TIMESTAMPTZ(3),
ADD COLUMN     "recalledById" UUID,
ADD COLUMN     "replacesId" UUID;

-- AlterTable
ALTER TABLE "Obligation" ADD COLUMN     "recurrence" JSONB,
ADD COLUMN     "replacesId" UUID;

-- AlterTable
ALTER TABLE "DirectiveReceipt" ADD COLUMN     "recallAgreedAt" TIMESTAMPTZ(3),
ADD COLUMN     "recallAnswer" TEXT,
ADD COLUMN     "recallAnsweredById" UUID,
ADD COLUMN     "recallRefusedAt" TIMESTAMPTZ(3),
ADD COLUMN     "releasedAt" TIMESTAMPTZ(3),
ADD COLUMN     "returnedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "assignedAt" TIMESTAMPTZ(3),
ADD COLUMN     "lateAt" TIMESTAMPTZ(3),
ADD COLUMN     "originalDueAt" TIMESTAMPTZ(3),
ADD COLUMN     "releasedAt" TIMESTAMPTZ(3),
ADD COLUMN     "role" "AssignmentRole" NOT NULL DEFAULT 'lead';

-- CreateTable
CREATE TABLE "ObligationCooperator" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "obligationId" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "groupId" UUID,
    "unitId" UUID,

    CONSTRAINT "ObligationCooperator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReceiptReturn" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "requestId" UUID NOT NULL,
    "directiveId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "released" BOOLEAN,
    "answer" TEXT,

    CONSTRAINT "ReceiptReturn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PeriodicReport" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "assignmentId" UUID NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "reportedAt" TIMESTAMPTZ(3),
    "nilReport" BOOLEAN NOT NULL DEFAULT false,
    "reportId" UUID,
    "alarmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PeriodicReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExtensionRequest" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "requestId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "dueAtBefore" TIMESTAMPTZ(3) NOT NULL,
    "askedUntil" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "grantedUntil" TIMESTAMPTZ(3),
    "answer" TEXT,

    CONSTRAINT "ExtensionRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Question" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "requestId" UUID NOT NULL,
    "directiveId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "sharedAt" TIMESTAMPTZ(3),
    "sharedById" UUID,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionReply" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "requestId" UUID NOT NULL,
    "questionId" UUID NOT NULL,
    "official" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,

    CONSTRAINT "QuestionReply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImplementingDocument" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "requestId" UUID NOT NULL,
    "directiveId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "issuedOn" DATE NOT NULL,
    "fileId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ImplementingDocument_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ObligationCooperator_obligationId_idx" ON "ObligationCooperator"("obligationId");

-- CreateIndex
CREATE UNIQUE INDEX "ReceiptReturn_requestId_key" ON "ReceiptReturn"("requestId");

-- CreateIndex
CREATE INDEX "ReceiptReturn_directiveId_unitId_at_idx" ON "ReceiptReturn"("directiveId", "unitId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "PeriodicReport_reportId_key" ON "PeriodicReport"("reportId");

-- CreateIndex
CREATE UNIQUE INDEX "PeriodicReport_assignmentId_dueAt_key" ON "PeriodicReport"("assignmentId", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "ExtensionRequest_requestId_key" ON "ExtensionRequest"("requestId");

-- CreateIndex
CREATE INDEX "ExtensionRequest_assignmentId_at_idx" ON "ExtensionRequest"("assignmentId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Question_requestId_key" ON "Question"("requestId");

-- CreateIndex
CREATE INDEX "Question_directiveId_at_idx" ON "Question"("directiveId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "QuestionReply_requestId_key" ON "QuestionReply"("requestId");

-- CreateIndex
CREATE INDEX "QuestionReply_questionId_at_idx" ON "QuestionReply"("questionId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "ImplementingDocument_requestId_key" ON "ImplementingDocument"("requestId");

-- CreateIndex
CREATE INDEX "ImplementingDocument_directiveId_unitId_idx" ON "ImplementingDocument"("directiveId", "unitId");

-- CreateIndex
CREATE UNIQUE INDEX "Directive_replacesId_key" ON "Directive"("replacesId");

-- CreateIndex
CREATE INDEX "Obligation_replacesId_idx" ON "Obligation"("replacesId");

-- AddForeignKey
ALTER TABLE "Directive" ADD CONSTRAINT "Directive_recalledById_fkey" FOREIGN KEY ("recalledById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Directive" ADD CONSTRAINT "Directive_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Directive"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Obligation" ADD CONSTRAINT "Obligation_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Obligation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ObligationCooperator" ADD CONSTRAINT "ObligationCooperator_obligationId_fkey" FOREIGN KEY ("obligationId") REFERENCES "Obligation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ObligationCooperator" ADD CONSTRAINT "ObligationCooperator_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "RecipientGroup"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ObligationCooperator" ADD CONSTRAINT "ObligationCooperator_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DirectiveReceipt" ADD CONSTRAINT "DirectiveReceipt_recallAnsweredById_fkey" FOREIGN KEY ("recallAnsweredById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReceiptReturn" ADD CONSTRAINT "ReceiptReturn_directiveId_unitId_fkey" FOREIGN KEY ("directiveId", "unitId") REFERENCES "DirectiveReceipt"("directiveId", "unitId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReceiptReturn" ADD CONSTRAINT "ReceiptReturn_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReceiptReturn" ADD CONSTRAINT "ReceiptReturn_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeriodicReport" ADD CONSTRAINT "PeriodicReport_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeriodicReport" ADD CONSTRAINT "PeriodicReport_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "ProgressReport"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExtensionRequest" ADD CONSTRAINT "ExtensionRequest_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExtensionRequest" ADD CONSTRAINT "ExtensionRequest_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExtensionRequest" ADD CONSTRAINT "ExtensionRequest_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_directiveId_fkey" FOREIGN KEY ("directiveId") REFERENCES "Directive"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_sharedById_fkey" FOREIGN KEY ("sharedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionReply" ADD CONSTRAINT "QuestionReply_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionReply" ADD CONSTRAINT "QuestionReply_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImplementingDocument" ADD CONSTRAINT "ImplementingDocument_directiveId_fkey" FOREIGN KEY ("directiveId") REFERENCES "Directive"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImplementingDocument" ADD CONSTRAINT "ImplementingDocument_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImplementingDocument" ADD CONSTRAINT "ImplementingDocument_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImplementingDocument" ADD CONSTRAINT "ImplementingDocument_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A recalled directive is as frozen as it was while in force.
CREATE OR REPLACE FUNCTION is_frozen(state text) RETURNS boolean LANGUAGE sql IMMUTABLE AS
  $$ SELECT state IN ('issued', 'closed', 'recalled') $$;

CREATE OR REPLACE FUNCTION keep_issued_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF is_frozen(OLD.state::text) THEN
      RAISE EXCEPTION 'an issued directive is never deleted';
    END IF;
    RETURN OLD;
  END IF;
  IF is_frozen(OLD.state::text) AND (
    NOT is_frozen(NEW.state::text)
    OR (OLD."issuerId", OLD.number, OLD.symbol, OLD.year, OLD.place, OLD."issuedOn", OLD.subject,
        OLD."sourceText", OLD.basis::text, OLD.addressees, OLD.copies, OLD."supportContacts"::text,
        OLD."signerAuthority", OLD."signerPosition", OLD."signerName", OLD."issuedAt",
        OLD."signedById", OLD."contentHash", OLD."replacesId")
       IS DISTINCT FROM
       (NEW."issuerId", NEW.number, NEW.symbol, NEW.year, NEW.place, NEW."issuedOn", NEW.subject,
        NEW."sourceText", NEW.basis::text, NEW.addressees, NEW.copies, NEW."supportContacts"::text,
        NEW."signerAuthority", NEW."signerPosition", NEW."signerName", NEW."issuedAt",
        NEW."signedById", NEW."contentHash", NEW."replacesId")
  ) THEN
    RAISE EXCEPTION 'an issued directive is frozen';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION keep_issued_section() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE directive uuid := COALESCE(NEW."directiveId", OLD."directiveId");
BEGIN
  IF EXISTS (SELECT 1 FROM "Directive" WHERE id = directive AND is_frozen(state::text)) THEN
    RAISE EXCEPTION 'an issued directive is frozen';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;

-- Obligations and the recipients of a section hang on the section, cooperators on the obligation.
CREATE OR REPLACE FUNCTION keep_issued_obligation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE section uuid := COALESCE(NEW."sectionId", OLD."sectionId");
BEGIN
  IF EXISTS (
    SELECT 1 FROM "DirectiveSection" s JOIN "Directive" d ON d.id = s."directiveId"
    WHERE s.id = section AND is_frozen(d.state::text)
  ) THEN
    RAISE EXCEPTION 'an issued directive is frozen';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;

CREATE TRIGGER recipient_frozen
  BEFORE INSERT OR UPDATE OR DELETE ON "SectionRecipient"
  FOR EACH ROW EXECUTE FUNCTION keep_issued_obligation();

CREATE FUNCTION keep_issued_cooperator() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE obligation uuid := COALESCE(NEW."obligationId", OLD."obligationId");
BEGIN
  IF EXISTS (
    SELECT 1 FROM "Obligation" o JOIN "DirectiveSection" s ON s.id = o."sectionId"
    JOIN "Directive" d ON d.id = s."directiveId"
    WHERE o.id = obligation AND is_frozen(d.state::text)
  ) THEN
    RAISE EXCEPTION 'an issued directive is frozen';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;

CREATE TRIGGER cooperator_frozen
  BEFORE INSERT OR UPDATE OR DELETE ON "ObligationCooperator"
  FOR EACH ROW EXECUTE FUNCTION keep_issued_cooperator();

-- What was said stays as it was said.
CREATE TRIGGER reply_append_only
  BEFORE UPDATE OR DELETE ON "QuestionReply" FOR EACH ROW EXECUTE FUNCTION refuse_change();

ALTER TABLE "ObligationCooperator"
  ADD CONSTRAINT obligation_cooperator_one CHECK (num_nonnulls("groupId", "unitId") = 1);

-- One open request at a time, whoever presses first.
CREATE UNIQUE INDEX extension_open ON "ExtensionRequest" ("assignmentId") WHERE "decidedAt" IS NULL;
CREATE UNIQUE INDEX return_open ON "ReceiptReturn" ("directiveId", "unitId") WHERE "decidedAt" IS NULL;
CREATE INDEX question_open ON "Question" (at) WHERE "answeredAt" IS NULL;
CREATE INDEX periodic_missing ON "PeriodicReport" ("dueAt") WHERE "reportedAt" IS NULL;

-- What a unit still answers for. Counts, lists and reminders read these; history reads the tables.
CREATE VIEW "LiveAssignment" AS SELECT * FROM "Assignment" WHERE "releasedAt" IS NULL;
CREATE VIEW "LiveReceipt" AS SELECT * FROM "DirectiveReceipt" WHERE "releasedAt" IS NULL;
