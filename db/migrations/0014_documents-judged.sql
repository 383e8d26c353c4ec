ALTER TABLE "documents" ADD COLUMN "purged_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "leased_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "checks" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "documents_unpurged" ON "documents" USING btree ("removed_at") WHERE state = 'removed' and purged_at is null;