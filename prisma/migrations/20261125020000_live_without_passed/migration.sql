-- What went on to a successor is no longer the old unit's to answer for.
CREATE OR REPLACE VIEW "LiveAssignment" AS
  SELECT * FROM "Assignment" WHERE "releasedAt" IS NULL AND "passedAt" IS NULL;
CREATE OR REPLACE VIEW "LiveReceipt" AS
  SELECT * FROM "DirectiveReceipt" WHERE "releasedAt" IS NULL AND "passedAt" IS NULL;
