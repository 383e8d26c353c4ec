ALTER TABLE "unit_coverage" ADD COLUMN "path" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "unit_coverage" ADD COLUMN "latitude" double precision;--> statement-breakpoint
ALTER TABLE "unit_coverage" ADD COLUMN "longitude" double precision;--> statement-breakpoint
-- All that a map draws, so that the whole country's is read from the index alone.
CREATE INDEX "unit_coverage_map" ON "unit_coverage" USING btree ("path" text_pattern_ops)
  INCLUDE ("latitude", "longitude", "admins") WHERE latitude is not null;