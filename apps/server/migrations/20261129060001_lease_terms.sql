-- Changes of a table that take no reading of it. What reads it (checks, indexes, old rows) comes in the next steps.
ALTER TABLE "leases_lease"
  ADD COLUMN "holding" uuid,
  ADD COLUMN "starts_at" timestamp (3) with time zone DEFAULT now(),
  ADD COLUMN "anchor_at" timestamp (3) with time zone,
  ADD COLUMN "anchor_months" integer,
  ADD COLUMN "closed_at" timestamp (3) with time zone,
  ADD CONSTRAINT "leases_lease_anchor" CHECK (("anchor_at" is null) = ("anchor_months" is null)) NOT VALID;
--> statement-breakpoint
-- Wider than before: no program writes what the new checks refuse.
ALTER TABLE "leases_entry"
  ADD COLUMN "part" integer DEFAULT 0 NOT NULL,
  DROP CONSTRAINT "leases_entry_source_kind",
  ADD CONSTRAINT "leases_entry_source_kind" CHECK ("source" in ('code', 'grant', 'order', 'refund', 'change', 'wait', 'outage', 'import', 'undo')) NOT VALID,
  DROP CONSTRAINT "leases_entry_change",
  ADD CONSTRAINT "leases_entry_change" CHECK ("change_days" <> 0 or "change_ms" <> 0) NOT VALID;
--> statement-breakpoint
-- Programs of before insert `on conflict (account_id, product_id) do nothing`: of two at once, the later would be refused
-- by the second unique index instead of finding what the first has made. So the later waits before it looks.
CREATE FUNCTION leases_lease_first_come() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7235002, hashtext(new.account_id::text || new.product_id::text));
  RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER leases_lease_first_come BEFORE INSERT ON "leases_lease"
  FOR EACH ROW EXECUTE FUNCTION leases_lease_first_come();
