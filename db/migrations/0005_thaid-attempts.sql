CREATE TABLE "thaid_attempts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"state_hash" "bytea" NOT NULL,
	"browser_hash" "bytea" NOT NULL,
	"nonce_hash" "bytea" NOT NULL,
	"verifier_sealed" "bytea" NOT NULL,
	"purpose" text NOT NULL,
	"account_id" uuid,
	"session_id" uuid,
	"return_to" text,
	"shared_computer" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"outcome" text,
	CONSTRAINT "thaid_attempts_state_hash_unique" UNIQUE("state_hash")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "sign_in_method" text DEFAULT 'password' NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "sign_in_method_changed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "thaid_proved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "chosen_membership_id" uuid;--> statement-breakpoint
ALTER TABLE "thaid_attempts" ADD CONSTRAINT "thaid_attempts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thaid_attempts" ADD CONSTRAINT "thaid_attempts_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "thaid_attempts_expires_at" ON "thaid_attempts" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "thaid_attempts_session_id" ON "thaid_attempts" USING btree ("session_id");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_chosen_membership_id_memberships_id_fk" FOREIGN KEY ("chosen_membership_id") REFERENCES "public"."memberships"("id") ON DELETE no action ON UPDATE no action;