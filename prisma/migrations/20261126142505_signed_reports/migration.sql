-- AlterTable
ALTER TABLE "Synthesis" ADD COLUMN     "submittedAt" TIMESTAMPTZ(3),
ADD COLUMN     "submittedBy" TEXT NOT NULL DEFAULT '';

-- A report is kept as it stood after each saving, and a signed one as it was signed.
CREATE TRIGGER synthesis_edition_append_only
  BEFORE UPDATE OR DELETE ON "SynthesisEdition" FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION keep_signed_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."signedAt" IS NOT NULL THEN
    -- The campaign it stands beside may go; nothing else of it changes.
    IF TG_OP = 'UPDATE'
       AND to_jsonb(NEW) - 'comparedId' = to_jsonb(OLD) - 'comparedId' THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a signed report is frozen';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;

CREATE TRIGGER synthesis_frozen
  BEFORE UPDATE OR DELETE ON "Synthesis" FOR EACH ROW EXECUTE FUNCTION keep_signed_report();

CREATE FUNCTION refuse_late_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Synthesis" WHERE id = NEW."synthesisId" AND "signedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'a signed report is frozen';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER synthesis_edition_before_signing
  BEFORE INSERT ON "SynthesisEdition" FOR EACH ROW EXECUTE FUNCTION refuse_late_edition();
