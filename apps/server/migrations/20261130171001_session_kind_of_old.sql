-- apart: each statement is a transaction of its own, and may run again
-- Browsers of before. A thousand at a time, so that no session is locked for long.
DO $$
DECLARE
  done uuid := '00000000-0000-0000-0000-000000000000';
  upto uuid;
BEGIN
  LOOP
    upto := (SELECT id FROM sessions_session WHERE id > done ORDER BY id OFFSET 999 LIMIT 1);
    UPDATE sessions_session SET kind = 'browser'
    WHERE id > done AND (upto IS NULL OR id <= upto) AND slot IS NULL AND kind = 'device';
    COMMIT;
    EXIT WHEN upto IS NULL;
    done := upto;
  END LOOP;
END $$;
--> statement-breakpoint
-- No new row of any program is refused by it; the old ones are read while everybody goes on writing.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'sessions_session_kind') THEN
    ALTER TABLE "sessions_session" ADD CONSTRAINT "sessions_session_kind"
      CHECK ((kind = 'device' AND slot IS NOT NULL) OR (kind = 'browser' AND slot IS NULL)) NOT VALID;
  END IF;
END $$;
--> statement-breakpoint
ALTER TABLE "sessions_session" VALIDATE CONSTRAINT "sessions_session_kind";
