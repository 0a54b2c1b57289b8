-- What a session is of. Each that there is stands as a device until the next step has found the browsers.
ALTER TABLE "sessions_session" ADD COLUMN "kind" text DEFAULT 'device' NOT NULL;
--> statement-breakpoint
-- Programs of before don't know the column: what they open without a slot is a browser.
CREATE FUNCTION sessions_session_kind_of_slot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new.kind := 'browser';
  RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER sessions_session_kind_of_slot BEFORE INSERT ON "sessions_session"
  FOR EACH ROW WHEN (new.kind = 'device' AND new.slot IS NULL) EXECUTE FUNCTION sessions_session_kind_of_slot();
