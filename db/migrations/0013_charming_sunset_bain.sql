ALTER TABLE "admin_appointments" ADD COLUMN "ended_by_order_id" uuid;--> statement-breakpoint
ALTER TABLE "admin_appointments" ADD COLUMN "former_valid_until" date;--> statement-breakpoint
ALTER TABLE "order_people" ADD COLUMN "is_new_account" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "order_people" ADD COLUMN "is_new_membership" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "admin_appointments_order_id" ON "admin_appointments" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "admin_appointments_ended_by_order_id" ON "admin_appointments" USING btree ("ended_by_order_id");