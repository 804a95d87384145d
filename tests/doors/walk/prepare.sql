-- What the demo has no row of, for the units of those who walk and for one more of each kind. Not by
-- the product's own commands: many of these come about only over days.
CREATE TEMP TABLE walked AS
  SELECT DISTINCT ON (u."unitId") u."unitId" AS unit, u.id AS person
  FROM "User" u WHERE u.username IN ('congan', 'vhtt', 'xa-yenbinh', 'thitran', 'vnpt', 'viettel')
  ORDER BY u."unitId", u.username;
CREATE TEMP TABLE district AS SELECT id AS person, "unitId" AS unit FROM "User" WHERE username = 'chuyenvien';

INSERT INTO "Directive" (state, "issuerId", symbol, place, subject, "sourceText", "createdById", "editedById", "editedAt", "submittedAt")
  SELECT 'for_signature', unit, 'UBND', 'Hữu Lũng', 'Thử cửa, chưa ban hành', 'Thử cửa', person, person, now(), now() FROM district;
INSERT INTO "Advisory" (id, issuer, subject, "createdAt", "createdById", "createdBy")
  SELECT gen_random_uuid(), 'Thử cửa', 'Dự thảo cảnh báo', now(), person, 'Thử' FROM district;
INSERT INTO "Reorganisation" (title, "effectiveOn", "planHash", plan, "appliedAt", "appliedById", "appliedBy")
  SELECT 'Thử cửa', current_date, 'x', '[]', now(), person, 'Thử' FROM district;
INSERT INTO "Campaign" (name, "startsAt", "endsAt", "createdById")
  SELECT 'Thử cửa, còn dự thảo', now() + interval '400 days', now() + interval '410 days', person FROM district;
INSERT INTO "Roster" ("unitId", "campaignId", "startsAt", "endsAt", pattern, "createdById")
  SELECT w.unit, c.id, c."startsAt", c."endsAt", (SELECT pattern FROM "Roster" ORDER BY id LIMIT 1), w.person
  FROM walked w CROSS JOIN "Campaign" c WHERE c.name = 'Thử cửa, còn dự thảo';
INSERT INTO "Campaign" (name, "startsAt", "endsAt", "createdById", "openedAt", "closedAt")
  SELECT 'Thử cửa, đã kết thúc', now() - interval '410 days', now() - interval '400 days', person, now() - interval '410 days', now() - interval '399 days' FROM district;
INSERT INTO "Roster" ("unitId", "campaignId", "startsAt", "endsAt", pattern, "createdById", state, "submittedAt", "submittedById")
  SELECT w.unit, c.id, c."startsAt", c."endsAt", (SELECT pattern FROM "Roster" ORDER BY id LIMIT 1), w.person, 'submitted', now(), w.person
  FROM walked w CROSS JOIN "Campaign" c WHERE c.name = 'Thử cửa, đã kết thúc';
INSERT INTO "Synthesis" (id, kind, "campaignId", "countedFrom", "countedTo", "createdAt", "createdById", "createdBy")
  SELECT '00000000-0000-7000-8000-00000000d005', 'final', c.id, now() - interval '1 day', now(), now(), d.person, 'Thử'
  FROM district d CROSS JOIN "Campaign" c WHERE c."openedAt" IS NOT NULL ORDER BY c.id LIMIT 1;
INSERT INTO "SynthesisEdition" (id, "synthesisId", number, at, "writtenById", "writtenBy", words, chapters, "countedAt")
  SELECT gen_random_uuid(), '00000000-0000-7000-8000-00000000d005', 1, now(), d.person, 'Thử',
    '{"subject":"Thử cửa","symbol":"UBND","place":"Hữu Lũng","addressees":"Tỉnh","opening":"","chapters":{},"difficulties":"","proposals":"","copies":"","authority":"","position":"","signer":""}',
    '[{"code":"incidents","title":"Sự cố","columns":[],"rows":[],"figures":[],"earlier":null,"drafted":""}]', now()
  FROM district d;

INSERT INTO "StoredFile" (name, "mediaType", size, sha256, "unitId", "uploadedById")
  SELECT 'thu-cua.txt', 'text/plain', 5, '@SHA256@', unit, person FROM walked;
INSERT INTO "ProgressReport" ("requestId", "assignmentId", kind, text, "createdById")
  SELECT gen_random_uuid(), a.id, 'progress', 'Thử cửa', w.person
  FROM walked w CROSS JOIN LATERAL (SELECT id FROM "Assignment" WHERE "unitId" = w.unit AND role = 'lead' ORDER BY id LIMIT 1) a;
INSERT INTO "Evidence" ("progressReportId", "fileId")
  SELECT r.id, f.id FROM "ProgressReport" r JOIN "Assignment" a ON a.id = r."assignmentId"
    JOIN "StoredFile" f ON f."unitId" = a."unitId" WHERE r.text = 'Thử cửa';
INSERT INTO "InformationSystem" (id, "unitId", name, "editedAt", "editedById")
  SELECT gen_random_uuid(), unit, 'Thử cửa', now(), person FROM walked;
INSERT INTO "Outage" (id, "unitId", "startsAt", what, by, "recordedAt")
  SELECT gen_random_uuid(), unit, now() - interval '1 hour', 'Thử cửa', 'Thử', now() FROM walked;
INSERT INTO "ImplementingDocument" ("requestId", "directiveId", "unitId", number, subject, "issuedOn", at, "byId")
  SELECT gen_random_uuid(), r."directiveId", w.unit, '1/TC', 'Thử cửa', current_date, now(), w.person
  FROM walked w JOIN "DirectiveReceipt" r ON r."unitId" = w.unit JOIN "Directive" d ON d.id = r."directiveId" AND d.state = 'issued';
INSERT INTO "Question" ("requestId", "directiveId", "unitId", text, at, "byId")
  SELECT gen_random_uuid(), r."directiveId", w.unit, 'Thử cửa', now(), w.person
  FROM walked w JOIN "DirectiveReceipt" r ON r."unitId" = w.unit JOIN "Directive" d ON d.id = r."directiveId" AND d.state = 'issued';
INSERT INTO "ExtensionRequest" ("requestId", "assignmentId", "dueAtBefore", "askedUntil", reason, at, "byId")
  SELECT gen_random_uuid(), a.id, now(), now() + interval '9 days', 'Thử cửa', now(), w.person
  FROM walked w CROSS JOIN LATERAL (SELECT x.id FROM "Assignment" x WHERE x."unitId" = w.unit AND role = 'lead'
    AND NOT EXISTS (SELECT FROM "ExtensionRequest" e WHERE e."assignmentId" = x.id AND e."decidedAt" IS NULL) ORDER BY x.id DESC LIMIT 1) a;
INSERT INTO "Reminder" ("requestId", "directiveId", "unitId", message, "sentById")
  SELECT gen_random_uuid(), r."directiveId", w.unit, 'Thử cửa', d.person
  FROM district d CROSS JOIN walked w JOIN "DirectiveReceipt" r ON r."unitId" = w.unit;
INSERT INTO "CalendarFeed" ("unitId", "tokenHash", "createdAt", "createdById")
  SELECT unit, gen_random_uuid()::text, now(), person FROM walked;
INSERT INTO "DutyPerson" ("unitId", name) SELECT unit, 'Thử cửa' FROM walked;
INSERT INTO "DutyAbsence" ("personId", kind, "startsAt", "endsAt")
  SELECT id, 'leave', now() + interval '300 days', now() + interval '301 days' FROM "DutyPerson" WHERE name = 'Thử cửa';
INSERT INTO "Handover" (id, "shiftId", "unitId", points, "writtenAt", "writtenById")
  SELECT gen_random_uuid(), s.id, w.unit, 'Thử cửa', now(), d.person
  FROM district d CROSS JOIN walked w CROSS JOIN LATERAL (SELECT x.id FROM "Shift" x WHERE x."unitId" = w.unit
    AND NOT EXISTS (SELECT FROM "Handover" h WHERE h."shiftId" = x.id)
    ORDER BY EXISTS (SELECT FROM "DutyPerson" p WHERE p.id = x."personId" AND p."userId" IS NOT NULL), x."startsAt" DESC LIMIT 1) s;
-- One that waits for the colleague and one that waits for the lead, of shifts that are not the walking staff's.
INSERT INTO "SwapRequest" (id, "unitId", "shiftId", "fromPersonId", "toPersonId", reason, "requestedAt", "requestedById", "consentedAt")
  SELECT gen_random_uuid(), w.unit, s.id, s."personId", p.id, r.reason, now(), w.person,
         CASE WHEN r.agreed THEN now() END
  FROM walked w CROSS JOIN (VALUES ('Thử cửa', false), ('Thử cửa, đã đồng ý', true)) AS r(reason, agreed)
    CROSS JOIN LATERAL (SELECT x.id, x."personId" FROM "Shift" x WHERE x."unitId" = w.unit AND x."personId" NOT IN
      (SELECT p.id FROM "DutyPerson" p JOIN "User" u ON u.id = p."userId" WHERE u.role = 'unit_staff')
      ORDER BY x."startsAt" DESC LIMIT 1 OFFSET r.agreed::int) s
    JOIN "DutyPerson" p ON p."unitId" = w.unit AND p.name = 'Thử cửa';
INSERT INTO "ComplaintImport" (id, "telcoId", name, sha256, "uploadedAt", "uploadedById", "uploadedBy", columns, total)
  SELECT gen_random_uuid(), w.unit, 'thu-cua.csv', 'x', now(), w.person, 'Thử', '{}', 1
  FROM walked w JOIN "User" u ON u.id = w.person WHERE u.role = 'telco_liaison';
INSERT INTO "SourceWarning" (id, "sourceId", text, "sentAt", "sentBy", "sentByUnit")
  SELECT w.unit, (SELECT id FROM "ReportedSource" ORDER BY id LIMIT 1), 'Thử cửa', now(), 'Thử', 'Thử' FROM walked w;
INSERT INTO "SourceWarningReceipt" ("warningId", "unitId") SELECT unit, unit FROM walked;
INSERT INTO "IncidentWarning" (id, "incidentId", text, "sentAt", "sentById", "sentBy", "sentByUnit")
  SELECT w.unit, (SELECT id FROM "Incident" ORDER BY id LIMIT 1), 'Thử cửa', now(), d.person, 'Thử', 'Thử' FROM walked w CROSS JOIN district d;
INSERT INTO "IncidentWarningReceipt" ("warningId", "unitId") SELECT unit, unit FROM walked;
INSERT INTO "IncidentParty" ("incidentId", "unitId", part, since)
  SELECT i.id, i."unitId", 'reporter', now() FROM "Incident" i ON CONFLICT DO NOTHING;
INSERT INTO "StoredFile" (id, name, "mediaType", size, sha256, "unitId", "uploadedById")
  SELECT i.id, 'minh-chung.txt', 'text/plain', 5, '@SHA256@', i."unitId", d.person FROM "Incident" i CROSS JOIN district d;
INSERT INTO "IncidentEvidence" (id, "incidentId", "fileId", "addedAt", "addedById", "addedBy", "unitId")
  SELECT gen_random_uuid(), i.id, i.id, now(), d.person, 'Thử', i."unitId" FROM "Incident" i CROSS JOIN district d;
INSERT INTO "IncidentTask" (id, "incidentId", phase, position, text, mandatory)
  SELECT gen_random_uuid(), i.id, i.state, 99, 'Thử cửa', false FROM "Incident" i;
INSERT INTO "IncidentSystem" (id, "incidentId", name, "addedAt") SELECT gen_random_uuid(), id, 'Thử cửa', now() FROM "Incident";
INSERT INTO "IncidentReport" (id, "incidentId", kind, content, at, "byId", "byName")
  SELECT gen_random_uuid(), i.id, r.kind, r.content, now(), d.person, 'Thử'
  FROM "Incident" i CROSS JOIN district d CROSS JOIN (SELECT kind, content FROM "IncidentReport" ORDER BY id LIMIT 1) r;
INSERT INTO "AwarenessActivity" (id, "unitId", kind, topic, "heldOn", times, "createdAt", "createdById", "createdBy")
  SELECT gen_random_uuid(), unit, 'meeting', 'Thử cửa', current_date - 1, 1, now(), person, 'Thử' FROM walked;
INSERT INTO "QuickReport" ("unitId", "campaignId", "dueAt")
  SELECT w.unit, c.id, c."startsAt" + interval '5 days 17 hours 3 minutes' FROM walked w CROSS JOIN (SELECT id, "startsAt" FROM "Campaign" WHERE "openedAt" IS NOT NULL ORDER BY id LIMIT 1) c;
INSERT INTO "PeriodicReport" ("assignmentId", "dueAt")
  SELECT a.id, now() + interval '77 hours' FROM walked w CROSS JOIN LATERAL (SELECT x.id FROM "Assignment" x JOIN "Obligation" o ON o.id = x."obligationId"
    WHERE x."unitId" = w.unit AND x.role = 'lead' ORDER BY o.recurrence IS NULL, x.id LIMIT 1) a;
INSERT INTO "ReceiptReturn" ("requestId", "directiveId", "unitId", reason, at, "byId")
  SELECT gen_random_uuid(), r."directiveId", w.unit, 'Thử cửa', now(), w.person
  FROM walked w CROSS JOIN LATERAL (SELECT x."directiveId" FROM "DirectiveReceipt" x JOIN "Directive" d ON d.id = x."directiveId" AND d.state = 'issued'
    WHERE x."unitId" = w.unit AND NOT EXISTS (SELECT FROM "ReceiptReturn" o WHERE o."directiveId" = x."directiveId" AND o."unitId" = w.unit) ORDER BY 1 LIMIT 1) r;

INSERT INTO "Directive" (state, "issuerId", symbol, place, subject, "sourceText", "createdById", "editedById", "editedAt")
  SELECT 'draft', unit, 'UBND', 'Hữu Lũng', 'Thử cửa, còn soạn', 'Thử cửa', person, person, now() FROM district;
-- One of each kind that no unit has begun with, at the end of every list: the demo's units have done too much.
-- What is issued is frozen, so not by its triggers.
SET session_replication_role = replica;
INSERT INTO "Directive"
  SELECT (jsonb_populate_record((SELECT x FROM "Directive" x WHERE state = 'issued' AND "campaignId" IS NOT NULL ORDER BY id LIMIT 1), jsonb_build_object(
    'id', 'ffffffff-0000-7000-8000-00000000000' || n.number, 'requestId', NULL, 'replacesId', NULL, 'number', 9990 + n.number, 'subject', n.subject,
    'state', n.state, 'recalledAt', CASE WHEN n.state = 'recalled' THEN now() END, 'recalledById', CASE WHEN n.state = 'recalled' THEN d.person END))).*
  FROM district d CROSS JOIN (VALUES (1, 'Thử cửa, chưa ai làm', 'issued'), (2, 'Thử cửa, có hạn', 'issued'), (3, 'Thử cửa, thu hồi', 'recalled')) AS n(number, subject, state);
INSERT INTO "DirectiveReceipt" ("directiveId", "unitId", "deliveredAt")
  SELECT d.id, w.unit, now() FROM walked w JOIN "Directive" d ON d.number BETWEEN 9991 AND 9993;
INSERT INTO "Obligation"
  SELECT (jsonb_populate_record((SELECT x FROM "Obligation" x WHERE recurrence IS NULL ORDER BY id LIMIT 1),
    jsonb_build_object('id', 'ffffffff-0000-7000-8000-000000000200', 'position', 990))).*;
INSERT INTO "Assignment" ("obligationId", "directiveId", "unitId", role, "dueAt")
  SELECT 'ffffffff-0000-7000-8000-000000000200', d.id, w.unit, 'lead', now() + interval '9 days'
  FROM walked w JOIN "Directive" d ON d.number = 9992;
-- A shift that is still to come, whatever the day, of one who does not walk where the unit has such.
INSERT INTO "Shift"
  SELECT (jsonb_populate_record(s.x, jsonb_build_object('id', gen_random_uuid(), 'startsAt', now() + interval '900 days',
    'endsAt', now() + interval '901 days', 'checkedInAt', NULL))).*
  FROM walked w CROSS JOIN LATERAL (SELECT x FROM "Shift" x WHERE x."unitId" = w.unit AND x."publishedAt" IS NOT NULL AND x."toEdition" IS NULL
    ORDER BY EXISTS (SELECT FROM "DutyPerson" p WHERE p.id = x."personId" AND p."userId" IS NOT NULL), x.id LIMIT 1) s;
SET session_replication_role = origin;
INSERT INTO "ShiftLogEntry" (id, "unitId", "shiftId", kind, text, "happenedAt", "recordedAt", "writtenById")
  SELECT gen_random_uuid(), w.unit, s.id, 'call', 'Thử cửa', now(), now(), w.person
  FROM walked w CROSS JOIN LATERAL (SELECT id FROM "Shift" WHERE "unitId" = w.unit ORDER BY id LIMIT 1) s;
INSERT INTO "DrillInject" ("drillId", "unitId", position, minute, sign, text, "reportMinutes", "injectedAt")
  SELECT (SELECT id FROM "IncidentDrill" ORDER BY id LIMIT 1), unit, 90, 1, 'other', 'Thử cửa', 30, now() FROM walked;
INSERT INTO "SavedFilter" (id, "userId", place, name, query, "createdAt")
  SELECT gen_random_uuid(), u.id, 'search', 'Thử cửa', 'q=thu', now() FROM "User" u;

-- From here on nothing lands: whoever is let in comes as far as the end of the transaction.
-- On a slow machine the walk is long enough that sessions are told to have been used.
CREATE FUNCTION nothing_lands() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_TABLE_NAME = 'Session' AND TG_OP = 'UPDATE' AND to_jsonb(NEW)->'revokedAt' = to_jsonb(OLD)->'revokedAt' THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'nothing lands';
END $$;
DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'Pace') LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER nothing_lands AFTER INSERT OR UPDATE OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION nothing_lands()', name);
  END LOOP;
END $$;

-- The walk is hastier than anybody may be.
CREATE FUNCTION no_haste() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.tokens := 1000; RETURN NEW; END $$;
CREATE TRIGGER no_haste BEFORE INSERT OR UPDATE ON "Pace" FOR EACH ROW EXECUTE FUNCTION no_haste();
