-- The audit trail is append-only, whoever asks.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

CREATE TRIGGER audit_entry_append_only
  BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_no_truncate
  BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What was reported stays as it was reported.
CREATE TRIGGER progress_report_append_only
  BEFORE UPDATE OR DELETE ON "ProgressReport" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The text of an issued directive is frozen. Its state, its signed copy and its closing are not text.
CREATE FUNCTION keep_issued_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state IN ('issued', 'closed') THEN
      RAISE EXCEPTION 'an issued directive is never deleted';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.state IN ('issued', 'closed') AND (
    NEW.state IN ('draft', 'for_signature')
    OR (OLD."issuerId", OLD.number, OLD.symbol, OLD.year, OLD.place, OLD."issuedOn", OLD.subject,
        OLD."sourceText", OLD.basis::text, OLD.addressees, OLD.copies, OLD."supportContacts"::text,
        OLD."signerAuthority", OLD."signerPosition", OLD."signerName", OLD."issuedAt",
        OLD."signedById", OLD."contentHash")
       IS DISTINCT FROM
       (NEW."issuerId", NEW.number, NEW.symbol, NEW.year, NEW.place, NEW."issuedOn", NEW.subject,
        NEW."sourceText", NEW.basis::text, NEW.addressees, NEW.copies, NEW."supportContacts"::text,
        NEW."signerAuthority", NEW."signerPosition", NEW."signerName", NEW."issuedAt",
        NEW."signedById", NEW."contentHash")
  ) THEN
    RAISE EXCEPTION 'an issued directive is frozen';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER directive_frozen
  BEFORE UPDATE OR DELETE ON "Directive" FOR EACH ROW EXECUTE FUNCTION keep_issued_text();

CREATE FUNCTION keep_issued_section() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE directive uuid := COALESCE(NEW."directiveId", OLD."directiveId");
BEGIN
  IF EXISTS (SELECT 1 FROM "Directive" WHERE id = directive AND state IN ('issued', 'closed')) THEN
    RAISE EXCEPTION 'an issued directive is frozen';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;

CREATE TRIGGER section_frozen
  BEFORE INSERT OR UPDATE OR DELETE ON "DirectiveSection"
  FOR EACH ROW EXECUTE FUNCTION keep_issued_section();

CREATE FUNCTION keep_issued_obligation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE section uuid := COALESCE(NEW."sectionId", OLD."sectionId");
BEGIN
  IF EXISTS (
    SELECT 1 FROM "DirectiveSection" s JOIN "Directive" d ON d.id = s."directiveId"
    WHERE s.id = section AND d.state IN ('issued', 'closed')
  ) THEN
    RAISE EXCEPTION 'an issued directive is frozen';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;

CREATE TRIGGER obligation_frozen
  BEFORE INSERT OR UPDATE OR DELETE ON "Obligation"
  FOR EACH ROW EXECUTE FUNCTION keep_issued_obligation();

-- A recipient is a group or a unit, never both, never neither.
ALTER TABLE "SectionRecipient"
  ADD CONSTRAINT section_recipient_one CHECK (num_nonnulls("groupId", "unitId") = 1);

-- Work that waits for someone: what the home pages and the matrix ask for first.
CREATE INDEX assignment_open_by_unit ON "Assignment" ("unitId", "dueAt")
  WHERE "acceptedAt" IS NULL;
CREATE INDEX receipt_waiting ON "DirectiveReceipt" ("unitId") WHERE "acknowledgedAt" IS NULL;
