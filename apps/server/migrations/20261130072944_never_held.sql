-- apart: each statement is a transaction of its own, and may run again
CREATE TABLE IF NOT EXISTS "leases_never" (
	"product_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	CONSTRAINT "leases_never_product_id_account_id_pk" PRIMARY KEY("product_id","account_id")
);
--> statement-breakpoint
-- Every account is listed by how its VIP time stands.
CREATE OR REPLACE FUNCTION leases_never_follows_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op = 'DELETE' THEN
    DELETE FROM leases_never WHERE product_id = '019a0000-0000-7000-8000-000000000001' AND account_id = old.id;
  ELSE
    INSERT INTO leases_never (product_id, account_id) VALUES ('019a0000-0000-7000-8000-000000000001', new.id)
      ON CONFLICT DO NOTHING;
  END IF;
  RETURN null;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER accounts_account_never AFTER INSERT OR DELETE ON "accounts_account"
  FOR EACH ROW EXECUTE FUNCTION leases_never_follows_account();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION leases_never_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM leases_never WHERE product_id = new.product_id AND account_id = new.account_id;
  RETURN null;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER leases_lease_held_made AFTER INSERT ON "leases_lease"
  FOR EACH ROW WHEN (new.expires_at IS NOT NULL) EXECUTE FUNCTION leases_never_ends();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER leases_lease_held_first AFTER UPDATE OF "expires_at" ON "leases_lease"
  FOR EACH ROW WHEN (old.expires_at IS NULL AND new.expires_at IS NOT NULL) EXECUTE FUNCTION leases_never_ends();
--> statement-breakpoint
-- The accounts of before. No lease changes between the look at a thousand of them and their commit: whoever gets time
-- meanwhile waits that long, and then finds what is to be deleted.
DO $$
DECLARE
  done uuid := '00000000-0000-0000-0000-000000000000';
  upto uuid;
BEGIN
  LOOP
    BEGIN
      -- Everybody who comes after waits behind a lock that waits.
      SET LOCAL lock_timeout = '500ms';
      LOCK TABLE leases_lease IN SHARE MODE;
    EXCEPTION WHEN lock_not_available THEN
      PERFORM pg_sleep(0.1);
      CONTINUE;
    END;
    upto := (SELECT id FROM accounts_account WHERE id > done ORDER BY id OFFSET 999 LIMIT 1);
    INSERT INTO leases_never (product_id, account_id)
      SELECT '019a0000-0000-7000-8000-000000000001', id FROM accounts_account account
      WHERE id > done AND (upto IS NULL OR id <= upto) AND NOT EXISTS (
        SELECT FROM leases_lease WHERE account_id = account.id
          AND product_id = '019a0000-0000-7000-8000-000000000001' AND expires_at IS NOT NULL)
      ON CONFLICT DO NOTHING;
    COMMIT;
    EXIT WHEN upto IS NULL;
    done := upto;
  END LOOP;
END $$;
