ALTER TABLE "leases_entry" ADD COLUMN "moved" jsonb;
