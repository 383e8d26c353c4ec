ALTER TABLE "grants" ADD COLUMN "lapse_told" date;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "lapse_told" date;--> statement-breakpoint
CREATE INDEX "grants_lapsing" ON "grants" USING btree ("valid_until") WHERE state <> 'withdrawn' and valid_until is distinct from lapse_told;--> statement-breakpoint
CREATE INDEX "memberships_lapsing" ON "memberships" USING btree ("valid_until") WHERE state <> 'ended' and valid_until is distinct from lapse_told;