ALTER TABLE "document_pages" ADD COLUMN "words_from" text;--> statement-breakpoint
ALTER TABLE "document_pages" ADD COLUMN "words_bytes" integer;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "reading" text;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "reading_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "reading_tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "documents_unread" ON "documents" USING btree ("ready_at") WHERE state = 'ready' and purpose = 'order-scan' and (reading is null or reading = 'picture-next');