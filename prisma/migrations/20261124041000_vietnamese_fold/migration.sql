-- Lower case, without marks, đ as d, one space between words: the same fold as lib/text.ts.
CREATE FUNCTION vn_fold(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN btrim(regexp_replace(
    lower(translate(regexp_replace(normalize(value, NFD), '[\u0300-\u036F]', '', 'g'), 'đĐ', 'dd')),
    '\s+', ' ', 'g'
  ));

-- Everything a unit is looked for by.
CREATE FUNCTION unit_search_text(code text, name text, short_name text, aliases text[]) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN vn_fold(code || ' ' || name || ' ' || short_name || ' ' || array_to_string(aliases, ' '));

CREATE INDEX unit_search ON "Unit"
  USING gin (unit_search_text(code, name, "shortName", aliases) gin_trgm_ops);

-- Official codes are reused under other names: two units never hold one code on the same day.
-- Checked at the end, so that an import may close one and open the next in either order.
ALTER TABLE "Unit"
  ADD CONSTRAINT unit_validity CHECK ("validTo" IS NULL OR "validTo" > "validFrom"),
  ADD CONSTRAINT unit_not_its_own CHECK (
    "parentId" IS DISTINCT FROM id AND "successorId" IS DISTINCT FROM id
  ),
  ADD CONSTRAINT unit_code_once_a_day
    EXCLUDE USING gist (code WITH =, daterange("validFrom", "validTo") WITH &&)
    DEFERRABLE INITIALLY DEFERRED;
