CREATE TABLE "oidc_sign_outs" (
	"grant_id" text PRIMARY KEY NOT NULL,
	"client_id" text NOT NULL,
	"account_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"leased_until" timestamp with time zone,
	"last_answer" text,
	"confirmed_at" timestamp with time zone,
	"give_up_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "oidc_sign_outs" ADD CONSTRAINT "oidc_sign_outs_client_id_oidc_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."oidc_clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oidc_sign_outs" ADD CONSTRAINT "oidc_sign_outs_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "oidc_sign_outs_waiting" ON "oidc_sign_outs" USING btree ("next_attempt_at") WHERE "oidc_sign_outs"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "oidc_sign_outs_client_id" ON "oidc_sign_outs" USING btree ("client_id","ended_at");--> statement-breakpoint
CREATE INDEX "oidc_sign_outs_account_id" ON "oidc_sign_outs" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "oidc_sign_outs_ended_at" ON "oidc_sign_outs" USING btree ("ended_at");