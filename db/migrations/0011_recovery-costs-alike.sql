ALTER TABLE "alarms" DROP CONSTRAINT "alarms_account_id_accounts_id_fk";
--> statement-breakpoint
ALTER TABLE "recoveries" DROP CONSTRAINT "recoveries_account_id_accounts_id_fk";
