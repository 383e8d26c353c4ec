CREATE TABLE "office_coverage" (
	"office_id" uuid PRIMARY KEY NOT NULL,
	"units" integer NOT NULL,
	"without_admin" integer NOT NULL,
	"one_admin" integer NOT NULL,
	"orders_ending" integer NOT NULL,
	"admins_unseen" integer NOT NULL,
	"waiting" integer NOT NULL,
	"waiting_since" timestamp with time zone,
	"counted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "successors" (
	"unit_id" uuid PRIMARY KEY NOT NULL,
	"membership_id" uuid NOT NULL,
	"named_by" uuid NOT NULL,
	"named_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit_coverage" (
	"unit_id" uuid PRIMARY KEY NOT NULL,
	"admins" integer NOT NULL,
	"order_ends_on" date,
	"admin_seen_at" timestamp with time zone,
	"admin_since" date,
	"had_admin" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit_findings" (
	"unit_id" uuid NOT NULL,
	"finding" text NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"told_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "unit_findings_unit_id_finding_found_at_pk" PRIMARY KEY("unit_id","finding","found_at")
);
--> statement-breakpoint
ALTER TABLE "office_coverage" ADD CONSTRAINT "office_coverage_office_id_units_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "successors" ADD CONSTRAINT "successors_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "successors" ADD CONSTRAINT "successors_membership_id_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."memberships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "successors" ADD CONSTRAINT "successors_named_by_accounts_id_fk" FOREIGN KEY ("named_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_coverage" ADD CONSTRAINT "unit_coverage_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_findings" ADD CONSTRAINT "unit_findings_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "unit_findings_open" ON "unit_findings" USING btree ("unit_id","finding") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "unit_findings_untold" ON "unit_findings" USING btree ("found_at") WHERE ended_at is null and told_at is null;