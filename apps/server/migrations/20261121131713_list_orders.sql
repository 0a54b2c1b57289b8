CREATE INDEX "accounts_account_last_login" ON "accounts_account" USING btree (coalesce("last_login_at", '-infinity'::timestamptz),"id");--> statement-breakpoint
CREATE INDEX "audit_entry_actor_name" ON "audit_entry" USING btree ("actor_name","seq");--> statement-breakpoint
CREATE INDEX "codes_code_used_at" ON "codes_code" USING btree ("used_at","id") WHERE "codes_code"."used_at" is not null;