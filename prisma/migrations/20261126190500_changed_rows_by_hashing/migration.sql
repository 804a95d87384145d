-- A plan that was kept from statements of one row compares each changed row with each: of ten thousand,
-- a hundred million. Both functions join nothing but the rows before with the rows after.
ALTER FUNCTION complaints_changed() SET enable_nestloop = off;
ALTER FUNCTION touch_rosters() SET enable_nestloop = off;
