DROP INDEX "notify_mail_recipient";--> statement-breakpoint
CREATE INDEX "notify_mail_address" ON "notify_mail" USING btree (lower("recipient") text_pattern_ops);