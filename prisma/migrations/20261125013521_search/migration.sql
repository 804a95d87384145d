-- CreateTable
CREATE TABLE "SearchEntry" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "directiveId" UUID NOT NULL,
    "number" INTEGER,
    "day" DATE NOT NULL,
    "title" TEXT NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedFilter" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "userId" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedFilter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SearchEntry_kind_day_id_idx" ON "SearchEntry"("kind", "day" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "SearchEntry_directiveId_idx" ON "SearchEntry"("directiveId");

-- CreateIndex
CREATE INDEX "SearchEntry_number_kind_idx" ON "SearchEntry"("number", "kind");

-- CreateIndex
CREATE INDEX "SearchEntry_words_idx" ON "SearchEntry" USING GIN ("words");

-- CreateIndex
CREATE UNIQUE INDEX "SavedFilter_userId_place_name_key" ON "SavedFilter"("userId", "place", "name");

-- AddForeignKey
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_directiveId_fkey" FOREIGN KEY ("directiveId") REFERENCES "Directive"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedFilter" ADD CONSTRAINT "SavedFilter_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Folded words alone: letters and digits, one space between, no leading zeros, so that 05/UBND-VH
-- is found as "5 ubnd vh". The same as searchWords in lib/search/words/rules.ts.
CREATE FUNCTION search_words(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN btrim(regexp_replace(
    regexp_replace(
      regexp_replace(vn_fold(value), '[^a-z0-9]+', ' ', 'g'),
      '\m(0+(?=[0-9])|[a-z0-9]{61,})', '', 'g'
    ),
    ' +', ' ', 'g'
  ));

-- A Vietnamese word is mostly two syllables, and a syllable without its marks is almost any word:
-- "tin rác" is found as the pair, not as two syllables that stand in every document.
CREATE FUNCTION search_lexemes(words text) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (
    SELECT COALESCE(array_agg(word) || array_agg(word || ' ' || next) FILTER (WHERE next IS NOT NULL), '{}')
    FROM (
      SELECT word, lead(word) OVER (ORDER BY place) AS next
      FROM string_to_table(words, ' ') WITH ORDINALITY AS syllable (word, place)
    ) AS neighbours
    WHERE word <> ''
  );

-- Beyond the first 100,000 characters a text is not searched: a tsvector holds 1 MB.
CREATE FUNCTION search_vector(title text, body text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (
    SELECT setweight(to_tsvector('simple', folded.title), 'A')
      || setweight(to_tsvector('simple', folded.body), 'D')
      || array_to_tsvector(search_lexemes(folded.title || ' ' || folded.body))
    FROM (
      SELECT search_words(left(title, 10000)) AS title, search_words(left(body, 100000)) AS body
      OFFSET 0
    ) AS folded
  );

CREATE FUNCTION index_directives(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "SearchEntry" (id, kind, "directiveId", number, day, title, words)
  SELECT d.id, 'directive', d.id, d.number,
         COALESCE(d."issuedOn", (d."createdAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date),
         left(search_words(d.subject), 300),
         search_vector(
           concat_ws(' ', d.number, d.symbol, d.subject),
           concat_ws(' ', to_char(d."issuedOn", '"ngày" DD/MM/YYYY'), d.place, d."signerName",
             d."signerPosition", jsonb_path_query_array(d.basis, '$[*].*')::text,
             array_to_string(d.addressees, ' '), array_to_string(d.copies, ' '), d."sourceText")
         )
  FROM "Directive" d WHERE d.id = ANY (ids)
  ON CONFLICT (id) DO UPDATE
    SET number = EXCLUDED.number, day = EXCLUDED.day, title = EXCLUDED.title, words = EXCLUDED.words
$$;

CREATE FUNCTION index_obligations(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "SearchEntry" (id, kind, "directiveId", number, day, title, words)
  SELECT o.id, 'obligation', d.id, d.number,
         COALESCE(d."issuedOn", (d."createdAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date),
         left(search_words(left(o.text, 400)), 160),
         search_vector(o.text, concat_ws(' ', s.heading, d.number, d.symbol, d.subject))
  FROM "Obligation" o
    JOIN "DirectiveSection" s ON s.id = o."sectionId" JOIN "Directive" d ON d.id = s."directiveId"
  WHERE o.id = ANY (ids)
  ON CONFLICT (id) DO UPDATE
    SET number = EXCLUDED.number, day = EXCLUDED.day, title = EXCLUDED.title, words = EXCLUDED.words
$$;

CREATE FUNCTION index_reports(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "SearchEntry" (id, kind, "directiveId", number, day, title, words)
  SELECT r.id, 'report', d.id, d.number, (r."createdAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date,
         left(search_words(left(r.text, 400)), 160),
         search_vector(r.text, concat_ws(' ', u.name, u."shortName", p."fullName", o.text,
           d.number, d.symbol))
  FROM "ProgressReport" r
    JOIN "Assignment" a ON a.id = r."assignmentId" JOIN "Unit" u ON u.id = a."unitId"
    JOIN "Obligation" o ON o.id = a."obligationId" JOIN "Directive" d ON d.id = a."directiveId"
    JOIN "User" p ON p.id = r."createdById"
  WHERE r.id = ANY (ids)
  ON CONFLICT (id) DO UPDATE
    SET number = EXCLUDED.number, day = EXCLUDED.day, title = EXCLUDED.title, words = EXCLUDED.words
$$;

CREATE FUNCTION directive_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM index_directives(ARRAY(SELECT id FROM fresh));
    RETURN NULL;
  END IF;
  PERFORM index_directives(ARRAY(
    SELECT f.id FROM fresh f JOIN stale s USING (id)
    WHERE (f.number, f.symbol, f.subject, f."issuedOn", f.place, f."signerName", f."signerPosition",
           f.basis, f.addressees, f.copies, f."sourceText")
      IS DISTINCT FROM
          (s.number, s.symbol, s.subject, s."issuedOn", s.place, s."signerName", s."signerPosition",
           s.basis, s.addressees, s.copies, s."sourceText")
  ));
  PERFORM index_obligations(ARRAY(
    SELECT o.id FROM fresh f JOIN stale s USING (id)
      JOIN "DirectiveSection" c ON c."directiveId" = f.id JOIN "Obligation" o ON o."sectionId" = c.id
    WHERE (f.number, f.symbol, f.subject, f."issuedOn")
      IS DISTINCT FROM (s.number, s.symbol, s.subject, s."issuedOn")
  ));
  RETURN NULL;
END $$;

CREATE TRIGGER directive_searchable_new AFTER INSERT ON "Directive"
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION directive_searchable();
CREATE TRIGGER directive_searchable_changed AFTER UPDATE ON "Directive"
  REFERENCING NEW TABLE AS fresh OLD TABLE AS stale
  FOR EACH STATEMENT EXECUTE FUNCTION directive_searchable();

CREATE FUNCTION obligation_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM "SearchEntry" WHERE id IN (SELECT id FROM stale);
  ELSE
    PERFORM index_obligations(ARRAY(SELECT id FROM fresh));
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER obligation_searchable_new AFTER INSERT ON "Obligation"
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION obligation_searchable();
CREATE TRIGGER obligation_searchable_changed AFTER UPDATE ON "Obligation"
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION obligation_searchable();
CREATE TRIGGER obligation_searchable_gone AFTER DELETE ON "Obligation"
  REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION obligation_searchable();

CREATE FUNCTION report_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM index_reports(ARRAY(SELECT id FROM fresh));
  RETURN NULL;
END $$;

CREATE TRIGGER report_searchable_new AFTER INSERT ON "ProgressReport"
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION report_searchable();

-- A report is also found by who wrote it and for which unit, under the names of today.
CREATE FUNCTION reports_of_renamed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'Unit' THEN
    PERFORM index_reports(ARRAY(
      SELECT r.id FROM fresh f JOIN stale s USING (id)
        JOIN "Assignment" a ON a."unitId" = f.id JOIN "ProgressReport" r ON r."assignmentId" = a.id
      WHERE (f.name, f."shortName") IS DISTINCT FROM (s.name, s."shortName")
    ));
  ELSE
    PERFORM index_reports(ARRAY(
      SELECT r.id FROM fresh f JOIN stale s USING (id)
        JOIN "ProgressReport" r ON r."createdById" = f.id
      WHERE f."fullName" IS DISTINCT FROM s."fullName"
    ));
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER unit_renamed AFTER UPDATE ON "Unit"
  REFERENCING NEW TABLE AS fresh OLD TABLE AS stale
  FOR EACH STATEMENT EXECUTE FUNCTION reports_of_renamed();
CREATE TRIGGER person_renamed AFTER UPDATE ON "User"
  REFERENCING NEW TABLE AS fresh OLD TABLE AS stale
  FOR EACH STATEMENT EXECUTE FUNCTION reports_of_renamed();
CREATE INDEX progress_report_author ON "ProgressReport" ("createdById");

-- Everything anew: after a change of the functions above, or of the fold.
CREATE FUNCTION rebuild_search() RETURNS void LANGUAGE sql AS $$
  DELETE FROM "SearchEntry";
  SELECT index_directives(ARRAY(SELECT id FROM "Directive"));
  SELECT index_obligations(ARRAY(SELECT id FROM "Obligation"));
  SELECT index_reports(ARRAY(SELECT id FROM "ProgressReport"));
$$;
SELECT rebuild_search();

-- Mistyped words are compared with titles, of one kind at a time.
CREATE INDEX search_directive_title ON "SearchEntry" USING gin (title gin_trgm_ops)
  WHERE kind = 'directive';
CREATE INDEX search_obligation_title ON "SearchEntry" USING gin (title gin_trgm_ops)
  WHERE kind = 'obligation';
CREATE INDEX search_report_title ON "SearchEntry" USING gin (title gin_trgm_ops)
  WHERE kind = 'report';
CREATE INDEX person_search ON "User" USING gin (vn_fold("fullName") gin_trgm_ops);

ALTER TABLE "SavedFilter"
  ADD CONSTRAINT saved_filter_place CHECK (place IN ('search', 'directives'));
