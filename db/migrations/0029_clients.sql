CREATE TABLE "oidc_client_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "oidc_client_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"client_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"endpoint" text NOT NULL,
	"outcome" text NOT NULL,
	"given" text,
	"has_state" boolean,
	"has_nonce" boolean
);
--> statement-breakpoint
CREATE TABLE "system_openings" (
	"membership_id" uuid NOT NULL,
	"system_code" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	CONSTRAINT "system_openings_membership_id_system_code_pk" PRIMARY KEY("membership_id","system_code")
);
--> statement-breakpoint
ALTER TABLE "oidc_client_secrets" ADD COLUMN "last_used_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "oidc_clients" ADD COLUMN "nid_reason" text;--> statement-breakpoint
ALTER TABLE "oidc_clients" ADD COLUMN "used_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "oidc_client_events" ADD CONSTRAINT "oidc_client_events_client_id_oidc_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."oidc_clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "system_openings" ADD CONSTRAINT "system_openings_membership_id_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."memberships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "system_openings" ADD CONSTRAINT "system_openings_system_code_systems_code_fk" FOREIGN KEY ("system_code") REFERENCES "public"."systems"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "oidc_client_events_client_id" ON "oidc_client_events" USING btree ("client_id","id");