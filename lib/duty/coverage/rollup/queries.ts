import "server-only";

import { Prisma } from "@/lib/db";
import { now } from "@/lib/time";
import type { DutyPost } from "../../schema";

/** Per unit the rostered time and the time that was taken, on any of the posts that count. */
export const coverage = (campaignId: string, posts: DutyPost[], unitIds?: string[]) => {
  const some = unitIds ? Prisma.sql`AND "unitId" = ANY (${unitIds}::uuid[])` : Prisma.empty;
  return Prisma.sql`
    SELECT "unitId", range_agg(rostered) AS rostered, range_agg(taken) AS taken
    FROM "LiveCoverage"
    WHERE "campaignId" = ${campaignId}::uuid AND post = ANY (${posts}::"DutyPost"[]) ${some}
    GROUP BY "unitId"`;
};

export const past = () => Prisma.sql`tstzrange(NULL, ${now()}::timestamptz)`;

export const minutesIn = (ranges: Prisma.Sql) => Prisma.sql`
  (SELECT coalesce(sum(${lengthOf(Prisma.sql`piece`)}), 0) / 60 FROM unnest(${ranges}) AS piece)`;

/** Over all rows. */
export const minutes = (ranges: Prisma.Sql) => Prisma.sql`coalesce(sum(${minutesIn(ranges)}), 0)`;

/** The same where each row has one range. */
export const minutesOfRange = (range: Prisma.Sql) =>
  Prisma.sql`coalesce(sum(${lengthOf(range)}), 0) / 60`;

const lengthOf = (range: Prisma.Sql) =>
  Prisma.sql`date_part('epoch', upper(${range}) - lower(${range}))`;

/** `[[from, to], …]` in milliseconds. */
export const runs = (ranges: Prisma.Sql) => Prisma.sql`
  (SELECT json_agg(json_build_array((extract(epoch FROM lower(piece)) * 1000)::float8,
                                    (extract(epoch FROM upper(piece)) * 1000)::float8))
   FROM unnest(${ranges}) AS piece)`;
