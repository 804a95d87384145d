-- CreateEnum
CREATE TYPE "EscalationReceiver" AS ENUM ('addressee', 'unit_duty', 'unit_lead', 'district_duty', 'district_officer', 'district_leader');

-- CreateEnum
CREATE TYPE "DeliveryChannel" AS ENUM ('email', 'push', 'webhook');

-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('waiting', 'sending', 'handing', 'handed', 'sent', 'unconfirmed', 'failed', 'dropped');

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "email" TEXT;

-- CreateTable
CREATE TABLE "EscalationLadder" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "kinds" TEXT[],
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "EscalationLadder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EscalationStep" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "ladderId" UUID NOT NULL,
    "afterMinutes" INTEGER NOT NULL,
    "tell" "EscalationReceiver"[],
    "repeatTimes" INTEGER NOT NULL DEFAULT 0,
    "repeatMinutes" INTEGER NOT NULL DEFAULT 15,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "EscalationStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Escalation" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "noticeId" UUID NOT NULL,
    "ladderId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Escalation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EscalationRound" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "escalationId" UUID NOT NULL,
    "stepId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EscalationRound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeDelivery" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "noticeId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "channel" "DeliveryChannel" NOT NULL,
    "targetId" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "urgent" BOOLEAN NOT NULL,
    "state" "DeliveryState" NOT NULL DEFAULT 'waiting',
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimId" UUID,
    "leasedUntil" TIMESTAMPTZ(3),
    "doubtful" BOOLEAN NOT NULL DEFAULT false,
    "sentAt" TIMESTAMPTZ(3),
    "error" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "NoticeDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeChoice" (
    "userId" UUID NOT NULL,
    "email" TEXT[],
    "push" TEXT[],
    "webhook" TEXT[],
    "quietFrom" INTEGER,
    "quietTo" INTEGER,
    "digestAt" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "NoticeChoice_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "PushSubscription" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "userId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PushSubscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PushKey" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "publicKey" TEXT NOT NULL,
    "privateKeySealed" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PushKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeGateway" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "secretSealed" TEXT NOT NULL,
    "activeSince" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "NoticeGateway_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeChannel" (
    "channel" "DeliveryChannel" NOT NULL,
    "ready" BOOLEAN NOT NULL DEFAULT false,
    "detail" TEXT NOT NULL DEFAULT '',
    "heardAt" TIMESTAMPTZ(3),
    "pausedAt" TIMESTAMPTZ(3),
    "pausedById" UUID,

    CONSTRAINT "NoticeChannel_pkey" PRIMARY KEY ("channel")
);

-- CreateIndex
CREATE UNIQUE INDEX "EscalationLadder_name_key" ON "EscalationLadder"("name");

-- CreateIndex
CREATE UNIQUE INDEX "EscalationStep_ladderId_afterMinutes_key" ON "EscalationStep"("ladderId", "afterMinutes");

-- CreateIndex
CREATE UNIQUE INDEX "Escalation_noticeId_key" ON "Escalation"("noticeId");

-- CreateIndex
CREATE UNIQUE INDEX "EscalationRound_escalationId_stepId_round_key" ON "EscalationRound"("escalationId", "stepId", "round");

-- CreateIndex
CREATE INDEX "NoticeDelivery_noticeId_idx" ON "NoticeDelivery"("noticeId");

-- CreateIndex
CREATE INDEX "NoticeDelivery_targetId_idx" ON "NoticeDelivery"("targetId");

-- CreateIndex
CREATE UNIQUE INDEX "NoticeDelivery_userId_cause_channel_targetId_key" ON "NoticeDelivery"("userId", "cause", "channel", "targetId");

-- CreateIndex
CREATE UNIQUE INDEX "PushSubscription_endpoint_key" ON "PushSubscription"("endpoint");

-- CreateIndex
CREATE INDEX "PushSubscription_userId_idx" ON "PushSubscription"("userId");

-- CreateIndex
CREATE INDEX "PushSubscription_sessionId_idx" ON "PushSubscription"("sessionId");

-- CreateIndex
CREATE UNIQUE INDEX "NoticeGateway_name_key" ON "NoticeGateway"("name");

-- AddForeignKey
ALTER TABLE "EscalationStep" ADD CONSTRAINT "EscalationStep_ladderId_fkey" FOREIGN KEY ("ladderId") REFERENCES "EscalationLadder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Escalation" ADD CONSTRAINT "Escalation_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Escalation" ADD CONSTRAINT "Escalation_ladderId_fkey" FOREIGN KEY ("ladderId") REFERENCES "EscalationLadder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EscalationRound" ADD CONSTRAINT "EscalationRound_escalationId_fkey" FOREIGN KEY ("escalationId") REFERENCES "Escalation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EscalationRound" ADD CONSTRAINT "EscalationRound_stepId_fkey" FOREIGN KEY ("stepId") REFERENCES "EscalationStep"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeDelivery" ADD CONSTRAINT "NoticeDelivery_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeDelivery" ADD CONSTRAINT "NoticeDelivery_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeChoice" ADD CONSTRAINT "NoticeChoice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PushSubscription" ADD CONSTRAINT "PushSubscription_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PushSubscription" ADD CONSTRAINT "PushSubscription_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What waits, the most urgent first; what is under way and may have been left by a dead worker.
CREATE INDEX notice_delivery_waiting ON "NoticeDelivery" (channel, urgent DESC, "dueAt", id)
  WHERE state = 'waiting';
CREATE INDEX notice_delivery_under_way ON "NoticeDelivery" ("leasedUntil")
  WHERE state IN ('sending', 'handing', 'handed');
CREATE INDEX notice_delivery_trouble ON "NoticeDelivery" (id DESC)
  WHERE state IN ('failed', 'unconfirmed') OR state = 'waiting' AND attempts > 0;
CREATE INDEX escalation_open ON "Escalation" ("startedAt") WHERE "endedAt" IS NULL;

ALTER TABLE "PushKey" ADD CONSTRAINT push_key_single CHECK (id = 1);
ALTER TABLE "NoticeChoice"
  ADD CONSTRAINT choice_quiet CHECK (("quietFrom" IS NULL) = ("quietTo" IS NULL)),
  ADD CONSTRAINT choice_minutes CHECK (
    coalesce("quietFrom", 0) BETWEEN 0 AND 1439 AND coalesce("quietTo", 0) BETWEEN 0 AND 1439
    AND "digestAt" BETWEEN 0 AND 1439);
ALTER TABLE "EscalationStep" ADD CONSTRAINT step_bounds CHECK (
  "afterMinutes" BETWEEN 1 AND 1440 AND "repeatTimes" BETWEEN 0 AND 20
  AND "repeatMinutes" BETWEEN 1 AND 720 AND cardinality(tell) > 0);

INSERT INTO "NoticeChannel" (channel) VALUES ('email'), ('push'), ('webhook');

-- The same as `topicOf` and `isUrgent` of lib/notifications/choices/rules.ts; a test holds the two together.
CREATE FUNCTION notice_topic(kind text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE split_part(kind, '.', 1)
    WHEN 'directive' THEN 'directive' WHEN 'extension' THEN 'directive'
    WHEN 'question' THEN 'directive' WHEN 'assignment' THEN 'directive'
    WHEN 'campaign' THEN 'directive' WHEN 'reorganisation' THEN 'directive'
    WHEN 'reminder' THEN 'reminder' WHEN 'periodic' THEN 'reminder'
    WHEN 'quick-report' THEN 'reminder' WHEN 'period-report' THEN 'reminder'
    WHEN 'roster' THEN 'duty' WHEN 'shift' THEN 'duty'
    WHEN 'swap' THEN 'duty' WHEN 'duty' THEN 'duty'
    WHEN 'incident' THEN 'incident' WHEN 'drill' THEN 'incident'
    WHEN 'advisory' THEN 'advisory' WHEN 'sweep' THEN 'advisory' WHEN 'awareness' THEN 'advisory'
    WHEN 'complaint' THEN 'complaint' WHEN 'source' THEN 'complaint'
    WHEN 'authority-request' THEN 'complaint' WHEN 'outage' THEN 'complaint'
    WHEN 'escalation' THEN 'urgent' WHEN 'digest' THEN 'digest' WHEN 'test' THEN 'test'
    ELSE 'directive' END
$$;
CREATE FUNCTION notice_urgent(kind text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT kind IN (
    'directive.recall', 'duty.missed_check_in', 'duty.unsigned_handover', 'duty.missed_mid_check',
    'incident.report', 'incident.escalate', 'incident.overdue', 'incident.warning', 'drill.inject',
    'advisory.urgent', 'advisory.exploited', 'source.warning', 'outage.report',
    'escalation.again', 'escalation.raised')
$$;

-- The end of the quiet hours `at` falls into, else `at`: minutes of the district's day, over midnight
-- too. The same as `afterQuiet` of lib/notifications/choices/rules.ts.
CREATE FUNCTION after_quiet(at timestamptz, quiet_from int, quiet_to int) RETURNS timestamptz
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN quiet_from IS NULL OR quiet_from = quiet_to THEN at
    WHEN quiet_from < quiet_to AND minute >= quiet_from AND minute < quiet_to
      THEN (day + quiet_to * interval '1 minute') AT TIME ZONE 'Asia/Ho_Chi_Minh'
    WHEN quiet_from > quiet_to AND minute >= quiet_from
      THEN (day + (1440 + quiet_to) * interval '1 minute') AT TIME ZONE 'Asia/Ho_Chi_Minh'
    WHEN quiet_from > quiet_to AND minute < quiet_to
      THEN (day + quiet_to * interval '1 minute') AT TIME ZONE 'Asia/Ho_Chi_Minh'
    ELSE at END
  FROM (SELECT date_trunc('day', local) AS day,
               (extract(hour FROM local) * 60 + extract(minute FROM local))::int AS minute
        FROM (SELECT at AT TIME ZONE 'Asia/Ho_Chi_Minh' AS local) AS l) AS told
$$;

-- What each person wants; who never chose has the defaults written here and nowhere else.
CREATE VIEW "NoticeWish" AS
  SELECT u.id AS "userId", u."unitId", u.email AS "emailAddress", u.phone,
    coalesce(c.email, '{urgent,directive,reminder,duty,incident,advisory,complaint,digest}') AS email,
    coalesce(c.push, '{urgent,directive,reminder,duty,incident,advisory,complaint}') AS push,
    coalesce(c.webhook, '{urgent}') AS webhook,
    CASE WHEN c."userId" IS NULL THEN 1320 ELSE c."quietFrom" END AS "quietFrom",
    CASE WHEN c."userId" IS NULL THEN 360 ELSE c."quietTo" END AS "quietTo",
    coalesce(c."digestAt", 390) AS "digestAt",
    coalesce(c.version, 0) AS version
  FROM "User" u LEFT JOIN "NoticeChoice" c ON c."userId" = u.id
  WHERE u."disabledAt" IS NULL;

-- What a person's wishes let out by which channel, to which address.
CREATE FUNCTION notice_wanted(topic text, urgent boolean, wishes text[]) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT topic = 'test' OR topic = ANY (wishes) OR urgent AND 'urgent' = ANY (wishes)
$$;

CREATE FUNCTION deliver_notices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH told AS (
    SELECT n.id, n.cause, n.at, notice_topic(n.kind) AS topic, notice_urgent(n.kind) AS urgent, w.*
    FROM fresh n JOIN "NoticeWish" w ON w."userId" = n."userId"
    UNION ALL
    SELECT n.id, n.cause, n.at, notice_topic(n.kind), notice_urgent(n.kind), w.*
    FROM fresh n JOIN "NoticeWish" w ON w."unitId" = n."unitId" WHERE n."userId" IS NULL
  ), ready AS (
    SELECT channel FROM "NoticeChannel" WHERE ready
  )
  INSERT INTO "NoticeDelivery" ("noticeId", "userId", channel, "targetId", cause, urgent, "dueAt")
  SELECT told.id, told."userId", way.channel, way.target, told.cause, told.urgent,
         CASE WHEN told.urgent OR told.topic IN ('test', 'digest') THEN told.at
              ELSE after_quiet(told.at, told."quietFrom", told."quietTo") END
  FROM told CROSS JOIN LATERAL (
    SELECT 'email'::"DeliveryChannel" AS channel, told."userId" AS target
    WHERE told."emailAddress" IS NOT NULL AND notice_wanted(told.topic, told.urgent, told.email)
    UNION ALL
    SELECT 'push', s.id FROM "PushSubscription" s JOIN "Session" e ON e.id = s."sessionId"
    WHERE s."userId" = told."userId" AND e."revokedAt" IS NULL
      AND notice_wanted(told.topic, told.urgent, told.push)
    UNION ALL
    SELECT 'webhook', g.id FROM "NoticeGateway" g
    WHERE g."activeSince" IS NOT NULL AND told.phone IS NOT NULL
      AND notice_wanted(told.topic, told.urgent, told.webhook)
  ) AS way
  WHERE way.channel IN (SELECT channel FROM ready)
  ON CONFLICT DO NOTHING;
  -- Told once per transaction, and only where something is to be sent.
  IF FOUND THEN PERFORM pg_notify('notice_delivery', ''); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER notice_deliver AFTER INSERT ON "Notice"
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION deliver_notices();

WITH ladder AS (
  INSERT INTO "EscalationLadder" (name, description, kinds) VALUES
    ('Tin khẩn chưa ai xem',
     'Sự cố vượt khả năng, cảnh báo khẩn, thu hồi văn bản: báo lại và báo lên cấp trên đến khi có người bấm Đã xem.',
     '{incident.escalate,incident.warning,advisory.urgent,advisory.exploited,directive.recall}')
  RETURNING id
)
INSERT INTO "EscalationStep" ("ladderId", "afterMinutes", tell, "repeatTimes", "repeatMinutes")
SELECT ladder.id, step.after, step.tell::"EscalationReceiver"[], step.times, step.minutes
FROM ladder CROSS JOIN (VALUES
  (15, '{addressee,unit_duty}', 2, 15),
  (45, '{unit_lead}', 1, 30),
  (90, '{district_duty}', 2, 60)
) AS step (after, tell, times, minutes);
