CREATE TABLE "assisted_recoveries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"note" text NOT NULL,
	"new_email" text,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"wait_until" timestamp with time zone NOT NULL,
	"owner_told" boolean NOT NULL,
	"cancel_hash" "bytea" NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	CONSTRAINT "assisted_recoveries_cancel_hash_unique" UNIQUE("cancel_hash")
);
--> statement-breakpoint
CREATE TABLE "recovery_approvals" (
	"assisted_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"approved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "recovery_approvals_assisted_id_account_id_pk" PRIMARY KEY("assisted_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "recoveries" ADD COLUMN "assisted_id" uuid;--> statement-breakpoint
ALTER TABLE "assisted_recoveries" ADD CONSTRAINT "assisted_recoveries_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assisted_recoveries" ADD CONSTRAINT "assisted_recoveries_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assisted_recoveries" ADD CONSTRAINT "assisted_recoveries_asked_by_accounts_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assisted_recoveries" ADD CONSTRAINT "assisted_recoveries_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_approvals" ADD CONSTRAINT "recovery_approvals_assisted_id_assisted_recoveries_id_fk" FOREIGN KEY ("assisted_id") REFERENCES "public"."assisted_recoveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_approvals" ADD CONSTRAINT "recovery_approvals_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "assisted_recoveries_waiting" ON "assisted_recoveries" USING btree ("account_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "assisted_recoveries_unit_id" ON "assisted_recoveries" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "assisted_recoveries_expires_at" ON "assisted_recoveries" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_assisted_id_assisted_recoveries_id_fk" FOREIGN KEY ("assisted_id") REFERENCES "public"."assisted_recoveries"("id") ON DELETE cascade ON UPDATE no action;