-- apart: each statement is a transaction of its own, and may run again
DROP INDEX CONCURRENTLY IF EXISTS "leases_lease_holding_new";
--> statement-breakpoint
CREATE UNIQUE INDEX CONCURRENTLY "leases_lease_holding_new" ON "leases_lease" ("account_id", "product_id", "holding") NULLS NOT DISTINCT;
--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "leases_entry_source_part";
--> statement-breakpoint
CREATE UNIQUE INDEX CONCURRENTLY "leases_entry_source_part" ON "leases_entry" ("source", "source_id", "part");
--> statement-breakpoint
-- Leases of before began when they were made. A thousand at a time, so that no lease is locked for long.
DO $$
DECLARE
  done uuid := '00000000-0000-0000-0000-000000000000';
  upto uuid;
BEGIN
  LOOP
    upto := (SELECT id FROM leases_lease WHERE id > done ORDER BY id OFFSET 999 LIMIT 1);
    UPDATE leases_lease SET starts_at = created_at
    WHERE id > done AND (upto IS NULL OR id <= upto) AND starts_at > created_at;
    COMMIT;
    EXIT WHEN upto IS NULL;
    done := upto;
  END LOOP;
END $$;
