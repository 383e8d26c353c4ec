CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone,
	"browser_hash" "bytea",
	"code_hash" "bytea",
	"code_expires_at" timestamp with time zone,
	"guesses_left" integer NOT NULL,
	"proved_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_reason" text,
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "document_pages" (
	"document_id" uuid NOT NULL,
	"page" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"size_bytes" integer NOT NULL,
	"storage_key" text NOT NULL,
	"qr_text" text,
	CONSTRAINT "document_pages_document_id_page_pk" PRIMARY KEY("document_id","page"),
	CONSTRAINT "document_pages_storage_key_unique" UNIQUE("storage_key")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"holder_kind" text NOT NULL,
	"holder_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text,
	"size_bytes" bigint NOT NULL,
	"received_bytes" bigint DEFAULT 0 NOT NULL,
	"state" text NOT NULL,
	"refusal" text,
	"virus_scan" text,
	"sha256" "bytea",
	"pages" integer,
	"key_sealed" "bytea" NOT NULL,
	"storage_key" text NOT NULL,
	"uploaded_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"ready_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	CONSTRAINT "documents_storage_key_unique" UNIQUE("storage_key")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"waiting_since" timestamp with time zone NOT NULL,
	"claimed_by" uuid,
	"claimed_until" timestamp with time zone,
	CONSTRAINT "cases_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"case_version" integer NOT NULL,
	"outcome" text NOT NULL,
	"reasons" text[] NOT NULL,
	"fields" text[] NOT NULL,
	"note" text NOT NULL,
	"excluded" uuid[] NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"session_id" uuid NOT NULL,
	"acr" text NOT NULL,
	"takes_effect_at" timestamp with time zone NOT NULL,
	"took_effect_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_reason" text,
	"ended_by" uuid,
	"ended_note" text,
	"documents" jsonb NOT NULL,
	"mac" "bytea" NOT NULL,
	"mac_key_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registration_codes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"registration_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"email" text NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"guesses_left" integer NOT NULL,
	"mail_id" uuid NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"proved_at" timestamp with time zone,
	"national_id_sealed" "bytea",
	"national_id_hash" "bytea",
	"title_th" text DEFAULT '' NOT NULL,
	"given_name_th" text DEFAULT '' NOT NULL,
	"family_name_th" text DEFAULT '' NOT NULL,
	"unit_id" uuid,
	"post" text DEFAULT '' NOT NULL,
	"staff_kind" text,
	"staff_reason" text DEFAULT '' NOT NULL,
	"telephone" text DEFAULT '' NOT NULL,
	"email" text,
	"email_verified_at" timestamp with time zone,
	"locale" text NOT NULL,
	"privacy_version" integer,
	"privacy_accepted_at" timestamp with time zone,
	"page" integer DEFAULT 1 NOT NULL,
	"submitted_at" timestamp with time zone,
	"returned_fields" text[],
	"decided_at" timestamp with time zone,
	"account_id" uuid,
	"membership_id" uuid,
	"had_account" boolean,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "registrations_number_unique" UNIQUE("number"),
	CONSTRAINT "registrations_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "order_people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"order_id" uuid NOT NULL,
	"sort" integer NOT NULL,
	"national_id_sealed" "bytea" NOT NULL,
	"national_id_hash" "bytea" NOT NULL,
	"title_th" text NOT NULL,
	"given_name_th" text NOT NULL,
	"family_name_th" text NOT NULL,
	"post" text NOT NULL,
	"staff_kind" text NOT NULL,
	"staff_reason" text DEFAULT '' NOT NULL,
	"email" text NOT NULL,
	"office_telephone" text DEFAULT '' NOT NULL,
	"account_id" uuid,
	"membership_id" uuid,
	"appointment_id" uuid
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"issuer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"order_number" text DEFAULT '' NOT NULL,
	"order_year_be" integer,
	"order_date" date,
	"signer_name" text DEFAULT '' NOT NULL,
	"signer_post" text DEFAULT '' NOT NULL,
	"valid_from" date,
	"valid_until" date,
	"revokes_id" uuid,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"print_version" integer DEFAULT 1 NOT NULL,
	"printed_at" timestamp with time zone,
	"made_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"submitted_by" uuid,
	"submitted_at" timestamp with time zone,
	"returned_fields" text[],
	"decided_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "orders_number_unique" UNIQUE("number")
);
--> statement-breakpoint
ALTER TABLE "admin_appointments" ADD COLUMN "order_id" uuid;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_pages" ADD CONSTRAINT "document_pages_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_uploaded_by_accounts_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_claimed_by_accounts_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_ended_by_accounts_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_codes" ADD CONSTRAINT "registration_codes_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_people" ADD CONSTRAINT "order_people_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_people" ADD CONSTRAINT "order_people_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_issuer_id_units_id_fk" FOREIGN KEY ("issuer_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_submitted_by_accounts_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_open" ON "invitations" USING btree ("account_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "invitations_expires_at" ON "invitations" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "documents_holder" ON "documents" USING btree ("holder_kind","holder_id");--> statement-breakpoint
CREATE INDEX "documents_sha256" ON "documents" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "documents_unsettled" ON "documents" USING btree ("created_at") WHERE state in ('receiving', 'checking', 'waiting-for-scan');--> statement-breakpoint
CREATE UNIQUE INDEX "cases_subject" ON "cases" USING btree ("kind","subject_id");--> statement-breakpoint
CREATE INDEX "cases_unit_id" ON "cases" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "cases_queue" ON "cases" USING btree ("submitted_at","id") WHERE state = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_in_force" ON "decisions" USING btree ("case_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "decisions_case_id" ON "decisions" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "decisions_due" ON "decisions" USING btree ("takes_effect_at") WHERE ended_at is null and took_effect_at is null;--> statement-breakpoint
CREATE INDEX "registration_codes_registration_id" ON "registration_codes" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "registrations_national_id_hash" ON "registrations" USING btree ("national_id_hash");--> statement-breakpoint
CREATE INDEX "registrations_unit_id" ON "registrations" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "registrations_expires_at" ON "registrations" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "order_people_once" ON "order_people" USING btree ("order_id","national_id_hash");--> statement-breakpoint
CREATE INDEX "order_people_national_id_hash" ON "order_people" USING btree ("national_id_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_paper" ON "orders" USING btree ("issuer_id","order_number","order_year_be") WHERE state in ('submitted', 'returned', 'approved', 'superseded', 'expired', 'revoked');--> statement-breakpoint
CREATE INDEX "orders_unit_id" ON "orders" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "orders_expires_at" ON "orders" USING btree ("expires_at");