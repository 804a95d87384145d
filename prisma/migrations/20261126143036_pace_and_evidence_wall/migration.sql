-- CreateTable
CREATE UNLOGGED TABLE "Pace" (
    "key" TEXT NOT NULL,
    "tokens" DOUBLE PRECISION NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Pace_pkey" PRIMARY KEY ("key")
);

-- The pages work under a role that owns nothing: see SECURITY.md. A server whose
-- account may not create roles goes on without it, as the owner, and says so at its start.
DO $$ BEGIN
  CREATE ROLE district_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation OR insufficient_privilege THEN NULL;
END $$;

DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'district_app') THEN
    GRANT USAGE ON SCHEMA public TO district_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO district_app;
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO district_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO district_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO district_app;
    -- What was written down stays, also for one who gets past the triggers.
    REVOKE UPDATE, DELETE ON "AuditEntry", "EvidenceCustody", "IncidentEvidence" FROM district_app;
    IF to_regclass('_prisma_migrations') IS NOT NULL THEN
      REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM district_app;
    END IF;
  END IF;
END $$;

-- The case whose right was asked for in this transaction; nothing when nobody asked.
CREATE FUNCTION admitted_incident() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('app.incident', true), '')::uuid $$;

-- Which case a piece belongs to, and no more: the one question before the right can be asked for.
CREATE FUNCTION incident_of_evidence(piece uuid) RETURNS uuid LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT "incidentId" FROM "IncidentEvidence" WHERE id = piece $$;

ALTER TABLE "IncidentEvidence" ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_admitted_case ON "IncidentEvidence"
  USING ("incidentId" = (SELECT admitted_incident()));
ALTER TABLE "EvidenceCustody" ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_admitted_case ON "EvidenceCustody"
  USING ("evidenceId" IN (SELECT e.id FROM "IncidentEvidence" e WHERE e."incidentId" = (SELECT admitted_incident())));
