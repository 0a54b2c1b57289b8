DROP INDEX "leases_lease_expires";--> statement-breakpoint
CREATE INDEX "leases_lease_ends" ON "leases_lease" USING btree ("product_id","expires_at","account_id");