DROP INDEX "units_parent_id";--> statement-breakpoint
CREATE INDEX "unit_codes_code" ON "unit_codes" USING btree ("code");--> statement-breakpoint
CREATE INDEX "units_code_beginning" ON "units" USING btree ("code" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "accounts_suspended_until" ON "accounts" USING btree ("suspended_until") WHERE state = 'suspended';--> statement-breakpoint
CREATE INDEX "grants_suspended" ON "grants" USING btree ("state_changed_at") WHERE state = 'suspended';--> statement-breakpoint
CREATE INDEX "memberships_suspended_until" ON "memberships" USING btree ("suspended_until") WHERE state = 'suspended';--> statement-breakpoint
CREATE INDEX "cases_waiting_unit" ON "cases" USING btree ("unit_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "orders_made_by" ON "orders" USING btree ("made_by");--> statement-breakpoint
CREATE INDEX "orders_submitted_by" ON "orders" USING btree ("submitted_by");--> statement-breakpoint
CREATE INDEX "units_parent_id" ON "units" USING btree ("parent_id","code");--> statement-breakpoint
CREATE INDEX "units_code_end" ON "units" USING btree (substr("code", 3) text_pattern_ops) WHERE length("code") = 8;--> statement-breakpoint
-- Where the database's locale is C, trigrams of pg_trgm hold no Thai letter: its index found nothing and every search read
-- all units. These are pieces of three letters of whatever script; at the end of a word they are shorter, so that each
-- shorter piece is the beginning of one.
CREATE FUNCTION search_grams(searched text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  select array_to_tsvector(array(
    select distinct gram from (select split_part(substr(searched, at, 3), ' ', 1) as gram
      from generate_series(1, length(searched)) as at) as grams where gram <> ''))
$$;--> statement-breakpoint
CREATE INDEX "units_grams" ON "units" USING gin (search_grams("search"));--> statement-breakpoint
DROP INDEX "units_search";
