-- CreateTable
CREATE TABLE "LiveEvent" (
    "id" BIGSERIAL NOT NULL,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "topic" TEXT NOT NULL,
    "unitIds" UUID[],
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "LiveEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "LiveEvent_xid_idx" ON "LiveEvent"("xid");

-- CreateIndex
CREATE INDEX "LiveEvent_at_idx" ON "LiveEvent"("at");

-- CreateTable
CREATE UNLOGGED TABLE "LiveEpoch" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "mark" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "LiveEpoch_pkey" PRIMARY KEY ("id")
);

-- Each statement that changes something people look at leaves one event, however many rows it wrote,
-- in its own transaction: a rolled back change tells nothing, a bulk import tells once per statement.
-- A row of `units` that is null concerns no unit, only who sees the whole picture.
CREATE PROCEDURE tell_live(source text, topic text, units text) LANGUAGE plpgsql AS $$
DECLARE
  name text := 'live_' || lower(source) || '_' || topic;
  change text;
BEGIN
  EXECUTE format($code$
    CREATE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql AS $body$
    DECLARE
      found bigint;
      concerned uuid[];
    BEGIN
      SELECT count(*), coalesce(array_agg(DISTINCT unit) FILTER (WHERE unit IS NOT NULL), '{}')
        INTO found, concerned FROM (%s) AS of_change(unit);
      IF found > 0 THEN
        INSERT INTO "LiveEvent" (topic, "unitIds") VALUES (%L, concerned);
        PERFORM pg_notify('live', '');
      END IF;
      RETURN NULL;
    END $body$ $code$, name, units, topic);
  FOREACH change IN ARRAY ARRAY['INSERT', 'UPDATE', 'DELETE'] LOOP
    EXECUTE format(
      'CREATE TRIGGER %I AFTER %s ON %I REFERENCING %s TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION %I()',
      name || '_' || lower(change), change, source,
      CASE change WHEN 'DELETE' THEN 'OLD' ELSE 'NEW' END, name);
  END LOOP;
END $$;

-- Directives. What is not issued yet is the district's alone.
CALL tell_live('Directive', 'drafts',
  'SELECT NULL::uuid FROM changed WHERE state IN (''draft'', ''for_signature'')');
CALL tell_live('Directive', 'directives',
  'SELECT r."unitId" FROM changed c LEFT JOIN "DirectiveReceipt" r ON r."directiveId" = c.id
   WHERE c.state NOT IN (''draft'', ''for_signature'')');
CALL tell_live('DirectiveReceipt', 'directives', 'SELECT "unitId" FROM changed');
CALL tell_live('Assignment', 'directives', 'SELECT "unitId" FROM changed');
CALL tell_live('PeriodicReport', 'directives',
  'SELECT a."unitId" FROM changed c JOIN "Assignment" a ON a.id = c."assignmentId"');
CALL tell_live('ExtensionRequest', 'directives',
  'SELECT a."unitId" FROM changed c JOIN "Assignment" a ON a.id = c."assignmentId"');
CALL tell_live('ReceiptReturn', 'directives', 'SELECT "unitId" FROM changed');
CALL tell_live('Question', 'directives',
  'SELECT "unitId" FROM changed UNION ALL
   SELECT r."unitId" FROM changed c JOIN "DirectiveReceipt" r ON r."directiveId" = c."directiveId"
   WHERE c."sharedAt" IS NOT NULL');
CALL tell_live('QuestionReply', 'directives',
  'SELECT q."unitId" FROM changed c JOIN "Question" q ON q.id = c."questionId" UNION ALL
   SELECT r."unitId" FROM changed c JOIN "Question" q ON q.id = c."questionId"
     JOIN "DirectiveReceipt" r ON r."directiveId" = q."directiveId" WHERE q."sharedAt" IS NOT NULL');
CALL tell_live('ImplementingDocument', 'directives', 'SELECT "unitId" FROM changed');
CALL tell_live('Reminder', 'directives', 'SELECT "unitId" FROM changed');
CALL tell_live('UnitCall', 'directives', 'SELECT NULL::uuid FROM changed');

-- Watch and quick reports.
CALL tell_live('Roster', 'duty', 'SELECT "unitId" FROM changed');
CALL tell_live('Shift', 'duty', 'SELECT "unitId" FROM changed');
CALL tell_live('ShiftLogEntry', 'duty', 'SELECT "unitId" FROM changed');
CALL tell_live('Handover', 'duty', 'SELECT "unitId" FROM changed');
CALL tell_live('DutyAlert', 'duty', 'SELECT "unitId" FROM changed');
CALL tell_live('SwapRequest', 'duty', 'SELECT "unitId" FROM changed');
CALL tell_live('QuickReport', 'duty', 'SELECT "unitId" FROM changed');

-- Incidents are told to who is in on the case.
CALL tell_live('Incident', 'incidents',
  'SELECT p."unitId" FROM changed c LEFT JOIN "IncidentParty" p ON p."incidentId" = c.id');
CALL tell_live('IncidentParty', 'incidents', 'SELECT "unitId" FROM changed');
CALL tell_live('IncidentEntry', 'incidents',
  'SELECT p."unitId" FROM changed c LEFT JOIN "IncidentParty" p ON p."incidentId" = c."incidentId"');
CALL tell_live('IncidentTask', 'incidents',
  'SELECT p."unitId" FROM changed c LEFT JOIN "IncidentParty" p ON p."incidentId" = c."incidentId"');
CALL tell_live('IncidentDeadline', 'incidents',
  'SELECT p."unitId" FROM changed c LEFT JOIN "IncidentParty" p ON p."incidentId" = c."incidentId"');
CALL tell_live('IncidentWarningReceipt', 'incidents', 'SELECT "unitId" FROM changed');
CALL tell_live('DrillInject', 'incidents', 'SELECT "unitId" FROM changed');

CALL tell_live('AdvisoryHandling', 'advisories', 'SELECT "unitId" FROM changed');
CALL tell_live('SweepRound', 'advisories',
  'SELECT u.id FROM "Unit" u WHERE u."validTo" IS NULL AND EXISTS (SELECT FROM changed)');
CALL tell_live('SweepResult', 'advisories', 'SELECT "unitId" FROM changed');
CALL tell_live('AwarenessActivity', 'awareness', 'SELECT "unitId" FROM changed');

-- The police desk sees the complaints of all telcos.
CALL tell_live('Complaint', 'complaints',
  'SELECT DISTINCT "telcoId" FROM changed UNION ALL SELECT DISTINCT "enteredByUnitId" FROM changed
   UNION ALL SELECT "unitId" FROM "IncidentDesk" WHERE part = ''police'' AND EXISTS (SELECT FROM changed)');
CALL tell_live('SourceMeasure', 'complaints',
  'SELECT "telcoId" FROM changed UNION ALL
   SELECT "unitId" FROM "IncidentDesk" WHERE part = ''police'' AND EXISTS (SELECT FROM changed)');
CALL tell_live('SourceWarningReceipt', 'complaints', 'SELECT "unitId" FROM changed');
CALL tell_live('AuthorityRequestReceipt', 'complaints',
  'SELECT c."telcoId" FROM changed c UNION ALL
   SELECT r."unitId" FROM changed c JOIN "AuthorityRequest" r ON r.id = c."requestId" UNION ALL
   SELECT "unitId" FROM "IncidentDesk" WHERE part = ''police'' AND EXISTS (SELECT FROM changed)');
CALL tell_live('PeriodReport', 'complaints', 'SELECT "telcoId" FROM changed');

-- Whoever coordinates sees every network; a commune what is down in it.
CALL tell_live('InfrastructureDay', 'infrastructure',
  'SELECT "unitId" FROM changed UNION ALL
   SELECT u.id FROM "Unit" u JOIN "UnitKind" k ON k.code = u."kindCode"
   WHERE k.home = ''coordination'' AND u."validTo" IS NULL AND EXISTS (SELECT FROM changed)');
CALL tell_live('Outage', 'infrastructure',
  'SELECT "unitId" FROM changed UNION ALL SELECT unnest("communeIds") FROM changed UNION ALL
   SELECT u.id FROM "Unit" u JOIN "UnitKind" k ON k.code = u."kindCode"
   WHERE k.home = ''coordination'' AND u."validTo" IS NULL AND EXISTS (SELECT FROM changed)');

CALL tell_live('Notice', 'notices', 'SELECT "unitId" FROM changed');

-- Whose session ended or whose rights changed loses the stream at once. Columns are named, so that
-- the note of when a session was last seen tells nothing.
CREATE FUNCTION live_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "LiveEvent" (topic, "unitIds") VALUES ('sessions', '{}');
  PERFORM pg_notify('live', '');
  RETURN NULL;
END $$;
CREATE TRIGGER live_session_revoked AFTER UPDATE OF "revokedAt" ON "Session"
  FOR EACH STATEMENT EXECUTE FUNCTION live_sessions();
CREATE TRIGGER live_user_changed AFTER UPDATE OF "disabledAt", role, "unitId", "mustChangePassword" ON "User"
  FOR EACH STATEMENT EXECUTE FUNCTION live_sessions();
