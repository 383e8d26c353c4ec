CREATE TABLE "import_batches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"state" text NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"acting_by" uuid,
	"acting_session" uuid,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"undo_started_at" timestamp with time zone,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"batch_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"plan" text NOT NULL,
	"content_sealed" "bytea" NOT NULL,
	"faults" jsonb NOT NULL,
	"state" text NOT NULL,
	"outcome" text DEFAULT '' NOT NULL,
	"offer_id" uuid,
	"membership_id" uuid,
	"made" jsonb,
	"roles_state" text DEFAULT 'none' NOT NULL,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_uploaded_by_accounts_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_acting_by_accounts_id_fk" FOREIGN KEY ("acting_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_batch_id_import_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_batches_unit_id" ON "import_batches" USING btree ("unit_id","uploaded_at");--> statement-breakpoint
CREATE INDEX "import_batches_working" ON "import_batches" USING btree ("state") WHERE state in ('applying', 'undoing');--> statement-breakpoint
CREATE INDEX "import_batches_uploaded_at" ON "import_batches" USING btree ("uploaded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "import_rows_number" ON "import_rows" USING btree ("batch_id","number");--> statement-breakpoint
CREATE INDEX "import_rows_state" ON "import_rows" USING btree ("batch_id","state","number");--> statement-breakpoint
CREATE INDEX "import_rows_roles" ON "import_rows" USING btree ("offer_id") WHERE roles_state = 'waiting';