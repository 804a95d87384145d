-- The trail of one unit, newest first, as its lead reads it.
CREATE INDEX audit_entry_by_unit ON "AuditEntry" ("unitId", at DESC);
