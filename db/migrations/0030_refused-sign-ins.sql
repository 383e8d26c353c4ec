CREATE TABLE "why_traces" (
	"id_hash" "bytea" PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"system_code" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "why_traces" ADD CONSTRAINT "why_traces_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "why_traces" ADD CONSTRAINT "why_traces_system_code_systems_code_fk" FOREIGN KEY ("system_code") REFERENCES "public"."systems"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "why_traces_expires_at" ON "why_traces" USING btree ("expires_at");