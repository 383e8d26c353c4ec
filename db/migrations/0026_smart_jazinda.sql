CREATE TABLE "unit_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"act" text NOT NULL,
	"former" jsonb NOT NULL,
	"wanted" jsonb,
	"into_id" uuid,
	"order_text" text NOT NULL,
	"reason" text NOT NULL,
	"effective_on" date NOT NULL,
	"state" text NOT NULL,
	"planned_by" uuid NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"failure" text,
	"moved" jsonb
);
--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "decided_on" date;--> statement-breakpoint
ALTER TABLE "unit_changes" ADD CONSTRAINT "unit_changes_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_changes" ADD CONSTRAINT "unit_changes_into_id_units_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_changes" ADD CONSTRAINT "unit_changes_planned_by_accounts_id_fk" FOREIGN KEY ("planned_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "unit_changes_planned" ON "unit_changes" USING btree ("unit_id") WHERE state = 'planned';--> statement-breakpoint
CREATE INDEX "unit_changes_due" ON "unit_changes" USING btree ("effective_on") WHERE state = 'planned';--> statement-breakpoint
CREATE INDEX "unit_changes_unit_id" ON "unit_changes" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "unit_changes_into_id" ON "unit_changes" USING btree ("into_id");--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_merged_into_id_units_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "units_merged_into_id" ON "units" USING btree ("merged_into_id") WHERE merged_into_id is not null;