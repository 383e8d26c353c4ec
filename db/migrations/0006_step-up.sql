ALTER TABLE "sessions" ADD COLUMN "stepped_up_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "step_up_acr" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "run_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "login_flows" ADD COLUMN "session_id" uuid;--> statement-breakpoint
ALTER TABLE "login_flows" ADD CONSTRAINT "login_flows_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "login_flows_session_id" ON "login_flows" USING btree ("session_id");