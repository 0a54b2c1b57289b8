-- Reads the tables while everybody goes on writing.
ALTER TABLE "leases_lease" VALIDATE CONSTRAINT "leases_lease_anchor";
--> statement-breakpoint
ALTER TABLE "leases_entry" VALIDATE CONSTRAINT "leases_entry_source_kind", VALIDATE CONSTRAINT "leases_entry_change";
