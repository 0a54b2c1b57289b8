-- Programs of before write an undo as a grant with the entry that it undoes. Under one name for all, the unique index also
-- holds between them and those that write `undo`: nothing is undone twice.
CREATE FUNCTION leases_entry_names_undo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new.source := 'undo';
  RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER leases_entry_names_undo BEFORE INSERT ON "leases_entry"
  FOR EACH ROW WHEN (new.source = 'grant' AND new.source_id IS NOT NULL) EXECUTE FUNCTION leases_entry_names_undo();
