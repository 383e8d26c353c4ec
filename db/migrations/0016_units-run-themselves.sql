CREATE TABLE "opening_periods" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"system_code" text NOT NULL,
	"name_th" text NOT NULL,
	"name_en" text NOT NULL,
	"scope" text NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "opening_periods_days" CHECK ("opening_periods"."opens_on" <= "opening_periods"."closes_on")
);
--> statement-breakpoint
CREATE TABLE "system_units" (
	"system_code" text NOT NULL,
	"unit_id" uuid NOT NULL,
	CONSTRAINT "system_units_system_code_unit_id_pk" PRIMARY KEY("system_code","unit_id")
);
--> statement-breakpoint
CREATE TABLE "caretakers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"order_text" text DEFAULT '' NOT NULL,
	"begun_by" uuid NOT NULL,
	"begun_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"renewed_by" uuid,
	"renewed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by" uuid
);
--> statement-breakpoint
CREATE TABLE "membership_offers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"is_new_account" boolean NOT NULL,
	"title_th" text NOT NULL,
	"given_name_th" text NOT NULL,
	"family_name_th" text NOT NULL,
	"email" text NOT NULL,
	"post" text NOT NULL,
	"staff_kind" text NOT NULL,
	"staff_reason" text DEFAULT '' NOT NULL,
	"office_telephone" text DEFAULT '' NOT NULL,
	"order_text" text DEFAULT '' NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"state" text NOT NULL,
	"offered_by" uuid NOT NULL,
	"offered_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"membership_id" uuid
);
--> statement-breakpoint
CREATE TABLE "rights_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"membership_id" uuid NOT NULL,
	"system_role_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"answer" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "transfer_grants" (
	"transfer_id" uuid NOT NULL,
	"system_role_id" uuid NOT NULL,
	"valid_until" date,
	"is_kept" boolean DEFAULT false NOT NULL,
	CONSTRAINT "transfer_grants_transfer_id_system_role_id_pk" PRIMARY KEY("transfer_id","system_role_id")
);
--> statement-breakpoint
CREATE TABLE "transfers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"from_membership_id" uuid NOT NULL,
	"from_unit_id" uuid NOT NULL,
	"to_unit_id" uuid NOT NULL,
	"to_membership_id" uuid,
	"post" text NOT NULL,
	"staff_kind" text NOT NULL,
	"staff_reason" text DEFAULT '' NOT NULL,
	"office_telephone" text DEFAULT '' NOT NULL,
	"order_text" text NOT NULL,
	"effective_on" date NOT NULL,
	"state" text NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"from_signed_by" uuid,
	"from_signed_at" timestamp with time zone,
	"to_signed_by" uuid,
	"to_signed_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"closed_reason" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "state_changed_by" uuid;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "state_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "suspended_until" date;--> statement-breakpoint
ALTER TABLE "system_roles" ADD COLUMN "about_th" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "system_roles" ADD COLUMN "about_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "system_roles" ADD COLUMN "records" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "systems" ADD COLUMN "contact_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "systems" ADD COLUMN "contact_telephone" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "systems" ADD COLUMN "contact_email" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "systems" ADD COLUMN "open_to_kinds" text[];--> statement-breakpoint
ALTER TABLE "systems" ADD COLUMN "open_to_provinces" text[];--> statement-breakpoint
ALTER TABLE "systems" ADD COLUMN "is_named_only" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "systems" ADD COLUMN "allows_conflicts" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "systems" ADD COLUMN "announcement_th" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "systems" ADD COLUMN "announcement_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "systems" ADD COLUMN "announcement_until" date;--> statement-breakpoint
ALTER TABLE "systems" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "order_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "state_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "state_changed_by" uuid;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "staff_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "order_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "state_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "state_changed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "state_changed_by" uuid;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "suspended_until" date;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "opening_periods" ADD CONSTRAINT "opening_periods_system_code_systems_code_fk" FOREIGN KEY ("system_code") REFERENCES "public"."systems"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "system_units" ADD CONSTRAINT "system_units_system_code_systems_code_fk" FOREIGN KEY ("system_code") REFERENCES "public"."systems"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "system_units" ADD CONSTRAINT "system_units_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caretakers" ADD CONSTRAINT "caretakers_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caretakers" ADD CONSTRAINT "caretakers_office_id_units_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caretakers" ADD CONSTRAINT "caretakers_begun_by_accounts_id_fk" FOREIGN KEY ("begun_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caretakers" ADD CONSTRAINT "caretakers_renewed_by_accounts_id_fk" FOREIGN KEY ("renewed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caretakers" ADD CONSTRAINT "caretakers_ended_by_accounts_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_offers" ADD CONSTRAINT "membership_offers_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_offers" ADD CONSTRAINT "membership_offers_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_offers" ADD CONSTRAINT "membership_offers_offered_by_accounts_id_fk" FOREIGN KEY ("offered_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rights_requests" ADD CONSTRAINT "rights_requests_membership_id_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."memberships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rights_requests" ADD CONSTRAINT "rights_requests_system_role_id_system_roles_id_fk" FOREIGN KEY ("system_role_id") REFERENCES "public"."system_roles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rights_requests" ADD CONSTRAINT "rights_requests_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer_grants" ADD CONSTRAINT "transfer_grants_transfer_id_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer_grants" ADD CONSTRAINT "transfer_grants_system_role_id_system_roles_id_fk" FOREIGN KEY ("system_role_id") REFERENCES "public"."system_roles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_from_membership_id_memberships_id_fk" FOREIGN KEY ("from_membership_id") REFERENCES "public"."memberships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_from_unit_id_units_id_fk" FOREIGN KEY ("from_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_to_unit_id_units_id_fk" FOREIGN KEY ("to_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_opened_by_accounts_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_from_signed_by_accounts_id_fk" FOREIGN KEY ("from_signed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_to_signed_by_accounts_id_fk" FOREIGN KEY ("to_signed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_closed_by_accounts_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "opening_periods_once" ON "opening_periods" USING btree ("system_code","scope","opens_on");--> statement-breakpoint
CREATE INDEX "system_units_unit_id" ON "system_units" USING btree ("unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "caretakers_one" ON "caretakers" USING btree ("unit_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "caretakers_office_id" ON "caretakers" USING btree ("office_id");--> statement-breakpoint
CREATE UNIQUE INDEX "membership_offers_open" ON "membership_offers" USING btree ("account_id","unit_id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "membership_offers_unit_id" ON "membership_offers" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "membership_offers_expires_at" ON "membership_offers" USING btree ("expires_at") WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "rights_requests_waiting" ON "rights_requests" USING btree ("membership_id","system_role_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "rights_requests_expires_at" ON "rights_requests" USING btree ("expires_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_open" ON "transfers" USING btree ("from_membership_id") WHERE state in ('open', 'agreed');--> statement-breakpoint
CREATE INDEX "transfers_from_unit_id" ON "transfers" USING btree ("from_unit_id");--> statement-breakpoint
CREATE INDEX "transfers_to_unit_id" ON "transfers" USING btree ("to_unit_id");--> statement-breakpoint
CREATE INDEX "transfers_effective_on" ON "transfers" USING btree ("effective_on") WHERE state = 'agreed';--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_state_changed_by_accounts_id_fk" FOREIGN KEY ("state_changed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_state_changed_by_accounts_id_fk" FOREIGN KEY ("state_changed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_state_changed_by_accounts_id_fk" FOREIGN KEY ("state_changed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;