CREATE TABLE "activation_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"code_sealed" "bytea",
	"run_id" uuid NOT NULL,
	"issued_by" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"printed_at" timestamp with time zone,
	"used_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "activations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"token_hash" "bytea",
	"secret_hash" "bytea",
	"opened_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "activations_code_id_unique" UNIQUE("code_id"),
	CONSTRAINT "activations_order_id_unique" UNIQUE("order_id"),
	CONSTRAINT "activations_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "orders" ALTER COLUMN "made_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "activation_codes" ADD CONSTRAINT "activation_codes_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activation_codes" ADD CONSTRAINT "activation_codes_issued_by_accounts_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activation_codes" ADD CONSTRAINT "activation_codes_office_id_units_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activations" ADD CONSTRAINT "activations_code_id_activation_codes_id_fk" FOREIGN KEY ("code_id") REFERENCES "public"."activation_codes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activations" ADD CONSTRAINT "activations_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "activation_codes_live" ON "activation_codes" USING btree ("unit_id") WHERE used_at is null and ended_at is null;--> statement-breakpoint
CREATE INDEX "activation_codes_unit_id" ON "activation_codes" USING btree ("unit_id","issued_at");--> statement-breakpoint
CREATE INDEX "activation_codes_run_id" ON "activation_codes" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "activation_codes_issued_by" ON "activation_codes" USING btree ("issued_by");--> statement-breakpoint
CREATE INDEX "activation_codes_sealed" ON "activation_codes" USING btree ("issued_at") WHERE code_sealed is not null;