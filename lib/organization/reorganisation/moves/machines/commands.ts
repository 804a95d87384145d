import "server-only";

import { Prisma } from "@/lib/db";
import { ended, keepSteps, type Passing } from "../../steps/queries";

/** Machines, and the work that hangs on them, in the order it moves. */
export const machineMoves = (passing: Passing) =>
  [passHandlings, passSweeps, joinInventories, joinProducts, moveSystems].map((move) =>
    move(passing),
  );

/** Not settled, or settled on somebody's word for a while only. */
export const openHandling = Prisma.sql`h."passedAt" IS NULL
  AND (h."closedAt" IS NULL OR h.state = 'accepted')`;

/**
 * One row for the successor, as far as the least advanced of its predecessors, with the latest
 * deadline. Of a risk that was accepted the earliest end counts. A unit that goes on and had settled
 * it has it open again for the machines that came.
 */
const passHandlings = (passing: Passing) => Prisma.sql`
  WITH open AS (
    SELECT h.*, to_jsonb(h) AS before, e."successorId", u."shortName"
    FROM "AdvisoryHandling" h JOIN (${ended(passing)}) e ON e."unitId" = h."unitId"
      JOIN "Unit" u ON u.id = h."unitId"
    WHERE ${openHandling} FOR UPDATE OF h
  ), marked AS (
    UPDATE "AdvisoryHandling" h
    SET "passedAt" = ${passing.at}::timestamptz, "passedToId" = o."successorId", version = h.version + 1
    FROM open o WHERE h."advisoryId" = o."advisoryId" AND h."unitId" = o."unitId"
    RETURNING o.before, to_jsonb(h) AS after
  ), heir AS (
    SELECT "advisoryId", "successorId", min(state) AS state, min(edition) AS edition,
           max("dueAt") AS "dueAt",
           CASE WHEN bool_and("seenAt" IS NOT NULL) THEN max("seenAt") END AS "seenAt",
           bool_and(total IS NOT NULL) AS counted, sum(total)::int AS total,
           sum(affected)::int AS affected, sum(patched)::int AS patched,
           sum(mitigated)::int AS mitigated,
           coalesce(string_agg("shortName" || ': ' || note, '; ' ORDER BY "shortName")
                    FILTER (WHERE note <> ''), '') AS note,
           (array_agg(ARRAY["ownerName", "ownerPhone"] ORDER BY "ownerName" = '', "shortName"))[1:1] AS owner,
           max("closedAt") AS "closedAt", min("acceptUntil") AS "acceptUntil",
           (array_agg(ARRAY["acceptReason", "acceptedBy"] ORDER BY "acceptUntil"))[1:1] AS accepted
    FROM open GROUP BY 1, 2
  ), own AS (
    SELECT h."advisoryId", h."unitId", to_jsonb(h) AS before FROM "AdvisoryHandling" h
      JOIN heir ON heir."advisoryId" = h."advisoryId" AND heir."successorId" = h."unitId"
  ), made AS (
    INSERT INTO "AdvisoryHandling" AS h ("advisoryId", "unitId", state, edition, "dueAt", "seenAt",
      total, affected, patched, mitigated, note, "ownerName", "ownerPhone", "closedAt",
      "acceptUntil", "acceptReason", "acceptedBy")
    SELECT "advisoryId", "successorId", state, edition, "dueAt", "seenAt",
           CASE WHEN counted THEN total END, CASE WHEN counted THEN affected END,
           CASE WHEN counted THEN patched END, CASE WHEN counted THEN mitigated END,
           left(note, 4000), owner[1][1], owner[1][2],
           CASE WHEN state = 'accepted' THEN "closedAt" END,
           CASE WHEN state = 'accepted' THEN "acceptUntil" END,
           CASE WHEN state = 'accepted' THEN accepted[1][1] ELSE '' END,
           CASE WHEN state = 'accepted' THEN accepted[1][2] ELSE '' END
    FROM heir
    ON CONFLICT ("advisoryId", "unitId") DO UPDATE SET
      state = CASE WHEN num_nulls(h."closedAt", EXCLUDED."closedAt") = 0 THEN EXCLUDED.state
                   ELSE least(h.state, EXCLUDED.state) END,
      "closedAt" = CASE WHEN num_nulls(h."closedAt", EXCLUDED."closedAt") = 0
                        THEN greatest(h."closedAt", EXCLUDED."closedAt") END,
      "acceptUntil" = CASE WHEN num_nulls(h."closedAt", EXCLUDED."closedAt") = 0
                           THEN least(h."acceptUntil", EXCLUDED."acceptUntil") END,
      "acceptReason" = EXCLUDED."acceptReason", "acceptedBy" = EXCLUDED."acceptedBy",
      edition = least(h.edition, EXCLUDED.edition),
      "dueAt" = greatest(h."dueAt", EXCLUDED."dueAt"),
      total = h.total + EXCLUDED.total, affected = h.affected + EXCLUDED.affected,
      patched = h.patched + EXCLUDED.patched, mitigated = h.mitigated + EXCLUDED.mitigated,
      note = left(concat_ws('; ', nullif(h.note, ''), nullif(EXCLUDED.note, '')), 4000),
      "reviewedAt" = NULL, "reviewedBy" = '', version = h.version + 1
    RETURNING h."advisoryId", h."unitId", to_jsonb(h) AS after
  ) ${keepSteps(
    passing,
    "AdvisoryHandling",
    Prisma.sql`SELECT before, after FROM marked
      UNION ALL SELECT own.before, made.after FROM made
        LEFT JOIN own ON own."advisoryId" = made."advisoryId" AND own."unitId" = made."unitId"`,
  )}`;

/**
 * A round that runs counts as swept by the successor if all its predecessors had swept; a unit that
 * goes on and has swept gets the machines that came, checked as far as they were.
 */
const passSweeps = (passing: Passing) => Prisma.sql`
  WITH heir AS (
    SELECT r.id AS "roundId", e."successorId", bool_and(s."unitId" IS NOT NULL) AS whole,
           coalesce(max(s.edition), 1) AS edition,
           coalesce(max(s."filedAt"), ${passing.at}::timestamptz) AS "filedAt",
           coalesce(max(s."sweptOn"), ${passing.day}::date) AS "sweptOn",
           coalesce(string_agg(DISTINCT s."sweptBy", ', '), '') AS "sweptBy",
           sum(coalesce(s.servers, i.servers, 0))::int AS servers,
           sum(coalesce(s."serversChecked", 0))::int AS "serversChecked",
           sum(coalesce(s.workstations, i.workstations, 0))::int AS workstations,
           sum(coalesce(s."workstationsChecked", 0))::int AS "workstationsChecked",
           sum(coalesce(s."malwareFound", 0))::int AS "malwareFound",
           sum(coalesce(s."malwareRemoved", 0))::int AS "malwareRemoved",
           sum(coalesce(s."vulnerabilitiesFound", 0))::int AS "vulnerabilitiesFound",
           sum(coalesce(s."vulnerabilitiesFixed", 0))::int AS "vulnerabilitiesFixed",
           sum(coalesce(s.hunts, 0))::int AS hunts
    FROM "SweepRound" r JOIN "Campaign" c ON c.id = r."campaignId" AND c."closedAt" IS NULL
      CROSS JOIN (${ended(passing)}) e
      LEFT JOIN "SweepResult" s ON s."roundId" = r.id AND s."unitId" = e."unitId"
      LEFT JOIN "UnitInventory" i ON i."unitId" = e."unitId"
    GROUP BY 1, 2
  ), own AS (
    SELECT s."roundId", s."unitId", to_jsonb(s) AS before FROM "SweepResult" s
      JOIN heir ON heir."roundId" = s."roundId" AND heir."successorId" = s."unitId"
  ), made AS (
    INSERT INTO "SweepResult" AS s ("roundId", "unitId", edition, "filedAt", "sweptOn", "sweptBy",
      servers, "serversChecked", workstations, "workstationsChecked", "malwareFound",
      "malwareRemoved", "vulnerabilitiesFound", "vulnerabilitiesFixed", hunts)
    SELECT "roundId", "successorId", edition, "filedAt", "sweptOn", left("sweptBy", 200),
      servers, "serversChecked", workstations, "workstationsChecked", "malwareFound",
      "malwareRemoved", "vulnerabilitiesFound", "vulnerabilitiesFixed", hunts
    FROM heir
    WHERE whole OR EXISTS (SELECT 1 FROM own WHERE own."roundId" = heir."roundId"
                           AND own."unitId" = heir."successorId")
    ON CONFLICT ("roundId", "unitId") DO UPDATE SET
      servers = s.servers + EXCLUDED.servers,
      "serversChecked" = s."serversChecked" + EXCLUDED."serversChecked",
      workstations = s.workstations + EXCLUDED.workstations,
      "workstationsChecked" = s."workstationsChecked" + EXCLUDED."workstationsChecked",
      "malwareFound" = s."malwareFound" + EXCLUDED."malwareFound",
      "malwareRemoved" = s."malwareRemoved" + EXCLUDED."malwareRemoved",
      "vulnerabilitiesFound" = s."vulnerabilitiesFound" + EXCLUDED."vulnerabilitiesFound",
      "vulnerabilitiesFixed" = s."vulnerabilitiesFixed" + EXCLUDED."vulnerabilitiesFixed",
      hunts = s.hunts + EXCLUDED.hunts
    RETURNING s."roundId", s."unitId", to_jsonb(s) AS after
  ) ${keepSteps(
    passing,
    "SweepResult",
    Prisma.sql`SELECT own.before, made.after FROM made
      LEFT JOIN own ON own."roundId" = made."roundId" AND own."unitId" = made."unitId"`,
  )}`;

/** Together what they were apart; the oldest word counts, so that the new unit is soon asked to look again. */
const joinInventories = (passing: Passing) => Prisma.sql`
  WITH heir AS (
    SELECT e."successorId", sum(i.servers)::int AS servers, sum(i.workstations)::int AS workstations,
           sum(i."networkDevices")::int AS "networkDevices",
           concat_ws(', ', string_agg(nullif(i."otherProducts", ''), ', ' ORDER BY u.name)) AS "otherProducts",
           concat_ws('; ', string_agg(nullif(i.note, ''), '; ' ORDER BY u.name)) AS note,
           min(i."confirmedAt") AS "confirmedAt",
           (array_agg(ARRAY[i."confirmedById"::text, i."confirmedBy"] ORDER BY i."confirmedAt"))[1:1] AS confirmed
    FROM "UnitInventory" i JOIN (${ended(passing)}) e ON e."unitId" = i."unitId"
      JOIN "Unit" u ON u.id = i."unitId" GROUP BY 1
  ), own AS (
    SELECT i."unitId", to_jsonb(i) AS before FROM "UnitInventory" i
      JOIN heir ON heir."successorId" = i."unitId"
  ), made AS (
    INSERT INTO "UnitInventory" AS i ("unitId", servers, workstations, "networkDevices",
      "otherProducts", note, "confirmedAt", "confirmedById", "confirmedBy")
    SELECT "successorId", servers, workstations, "networkDevices", "otherProducts", note,
           "confirmedAt", confirmed[1][1]::uuid, confirmed[1][2]
    FROM heir
    ON CONFLICT ("unitId") DO UPDATE SET
      servers = i.servers + EXCLUDED.servers, workstations = i.workstations + EXCLUDED.workstations,
      "networkDevices" = i."networkDevices" + EXCLUDED."networkDevices",
      "otherProducts" = concat_ws(', ', nullif(i."otherProducts", ''), nullif(EXCLUDED."otherProducts", '')),
      note = concat_ws('; ', nullif(i.note, ''), nullif(EXCLUDED.note, '')),
      "confirmedAt" = least(i."confirmedAt", EXCLUDED."confirmedAt"), version = i.version + 1
    RETURNING i."unitId", to_jsonb(i) AS after
  ) ${keepSteps(
    passing,
    "UnitInventory",
    Prisma.sql`SELECT own.before, made.after FROM made LEFT JOIN own ON own."unitId" = made."unitId"`,
  )}`;

const joinProducts = (passing: Passing) => Prisma.sql`
  WITH made AS (
    INSERT INTO "UnitProduct" AS p ("unitId", "productId")
    SELECT DISTINCT e."successorId", p."productId"
    FROM "UnitProduct" p JOIN (${ended(passing)}) e ON e."unitId" = p."unitId"
    ON CONFLICT DO NOTHING RETURNING to_jsonb(p) AS after
  ) ${keepSteps(passing, "UnitProduct", Prisma.sql`SELECT NULL::jsonb, after FROM made`)}`;

/** Systems in use go on under whom now answers for them. */
const moveSystems = (passing: Passing) => Prisma.sql`
  WITH changed AS (
    UPDATE "InformationSystem" s SET "unitId" = e."successorId", version = s.version + 1
    FROM (${ended(passing)}) e WHERE s."unitId" = e."unitId" AND s."retiredAt" IS NULL
    RETURNING jsonb_build_object('id', s.id, 'unitId', e."unitId", 'version', s.version - 1) AS before,
              jsonb_build_object('id', s.id, 'unitId', s."unitId", 'version', s.version) AS after
  ) ${keepSteps(passing, "InformationSystem", Prisma.sql`SELECT before, after FROM changed`)}`;
