ALTER TABLE "accounts" ADD COLUMN "disputed_from" text;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "dispute_decided_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "disputed_account_id" uuid;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "replaced" jsonb;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_disputed_account_id_accounts_id_fk" FOREIGN KEY ("disputed_account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "registrations_disputed_account_id" ON "registrations" USING btree ("disputed_account_id");--> statement-breakpoint
CREATE INDEX "registrations_account_id" ON "registrations" USING btree ("account_id");