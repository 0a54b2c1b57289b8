-- apart: each statement is a transaction of its own, and may run again
-- Built at once, these keep redemptions waiting for 15 s at 5,000,000 entries.
DROP INDEX CONCURRENTLY IF EXISTS "accounts_registration_refused";
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "accounts_registration_refused" ON "accounts_registration" USING btree ("result","at","id") WHERE "accounts_registration"."result" <> 'ok';
--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "audit_entry_action";
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "audit_entry_action" ON "audit_entry" USING btree ("action" text_pattern_ops,"seq");
--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "leases_entry_operator";
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "leases_entry_operator" ON "leases_entry" USING btree ("operator_id","created_at","id") WHERE "leases_entry"."operator_id" is not null;
--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "leases_entry_operator_name";
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "leases_entry_operator_name" ON "leases_entry" USING btree ("operator_name","created_at","id") WHERE "leases_entry"."operator_name" is not null;
--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "leases_entry_other";
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "leases_entry_other" ON "leases_entry" USING btree ("source","created_at","id") WHERE "leases_entry"."source" <> 'code';
--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "sessions_login_username";
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "sessions_login_username" ON "sessions_login" USING btree ("username" text_pattern_ops,"at");
--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "sessions_login_ip";
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "sessions_login_ip" ON "sessions_login" USING btree ("ip","at","id");
--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "sessions_login_hardware";
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "sessions_login_hardware" ON "sessions_login" USING btree ("hardware_code","at","id");
--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "sessions_login_refused";
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "sessions_login_refused" ON "sessions_login" USING btree ("result","at","id") WHERE "sessions_login"."result" <> 'ok';
