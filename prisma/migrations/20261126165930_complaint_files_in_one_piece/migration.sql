-- A file is one statement of up to 200,000 rows: its sources, days and names are gathered by hashing
-- into few rows first; no row is sorted, and no row's day is worked out by itself.
CREATE OR REPLACE FUNCTION complaints_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ReportedSource" AS s (kind, value, complaints, "telcoIds", "communeIds", "firstAt", "lastAt")
  SELECT "sourceKind", "sourceValue", coalesce(sum(n) FILTER (WHERE first_hand), 0),
         array_agg(DISTINCT "telcoId"),
         coalesce(array_agg(DISTINCT "enteredByUnitId") FILTER (WHERE "enteredByUnitId" <> "telcoId" AND first_hand), '{}'),
         min(first), max(last)
  FROM (SELECT "sourceKind", "sourceValue", "telcoId", "enteredByUnitId", "routedFromId" IS NULL AS first_hand,
               count(*) AS n, min("receivedAt") AS first, max("receivedAt") AS last
        FROM new_rows WHERE "sourceValue" IS NOT NULL GROUP BY 1, 2, 3, 4, 5) AS few
  GROUP BY 1, 2 ORDER BY 1, 2
  ON CONFLICT (kind, value) DO UPDATE SET
    complaints = s.complaints + EXCLUDED.complaints,
    "telcoIds" = CASE WHEN s."telcoIds" @> EXCLUDED."telcoIds" THEN s."telcoIds"
                      ELSE union_of(s."telcoIds", EXCLUDED."telcoIds") END,
    "communeIds" = CASE WHEN s."communeIds" @> EXCLUDED."communeIds" THEN s."communeIds"
                        ELSE union_of(s."communeIds", EXCLUDED."communeIds") END,
    "firstAt" = least(s."firstAt", EXCLUDED."firstAt"),
    "lastAt" = greatest(s."lastAt", EXCLUDED."lastAt");
  INSERT INTO "ComplaintTally" AS t ("telcoId", day, kind, event, count)
  SELECT "telcoId", (hour AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, kind, event, sum(n)
  FROM (SELECT "telcoId", date_bin('1 hour', "receivedAt", '2000-01-01 00:00+00') AS hour, kind, 'received' AS event, count(*) AS n
        FROM new_rows GROUP BY 1, 2, 3
        UNION ALL
        SELECT "telcoId", date_bin('1 hour', "closedAt", '2000-01-01 00:00+00'), kind, state::text, count(*)
        FROM new_rows WHERE "closedAt" IS NOT NULL GROUP BY 1, 2, 3, 4) AS few
  GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
  ON CONFLICT ("telcoId", day, kind, event) DO UPDATE SET count = t.count + EXCLUDED.count;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION complaints_named() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  units uuid[];
  imports uuid[];
BEGIN
  SELECT array_agg(DISTINCT unit), array_agg(DISTINCT n."importId") FILTER (WHERE n."importId" IS NOT NULL)
  INTO units, imports
  FROM (SELECT DISTINCT "telcoId", "enteredByUnitId", "importId" FROM new_rows) AS n,
       unnest(ARRAY[n."telcoId", n."enteredByUnitId"]) AS unit;
  PERFORM 1 FROM "Unit" WHERE id = ANY (units) ORDER BY id FOR KEY SHARE;
  PERFORM 1 FROM "ComplaintImport" WHERE id = ANY (imports) ORDER BY id FOR KEY SHARE;
  IF (SELECT count(*) FROM "Unit" WHERE id = ANY (units)) <> coalesce(cardinality(units), 0)
    OR (SELECT count(*) FROM "ComplaintImport" WHERE id = ANY (imports)) <> coalesce(cardinality(imports), 0)
  THEN RAISE foreign_key_violation USING MESSAGE = 'a complaint names a unit or an import that is not there'; END IF;
  RETURN NULL;
END $$;
