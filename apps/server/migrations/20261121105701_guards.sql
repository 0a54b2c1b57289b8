-- What the tables' definitions can't say.

-- The audit log is append-only: whoever can change it needs more than this program's statements.
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger audit_entry_no_change before update or delete on audit_entry
  for each row execute function audit_is_append_only();
--> statement-breakpoint
create trigger audit_entry_no_truncate before truncate on audit_entry
  for each statement execute function audit_is_append_only();
--> statement-breakpoint
insert into audit_head ("only", seq, hash) values (1, 0, '\x0000000000000000000000000000000000000000000000000000000000000000');
--> statement-breakpoint
-- A lease entry is history: nothing changes or removes it.
create function leases_entry_is_history() returns trigger language plpgsql as $$
begin
  raise exception 'lease entries are history' using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger leases_entry_no_change before update or delete on leases_entry
  for each row execute function leases_entry_is_history();
--> statement-breakpoint
-- A used code stays used, by whom it was used.
create function codes_code_stays_used() returns trigger language plpgsql as $$
begin
  if old.used_at is not null and (new.used_at is distinct from old.used_at or new.used_by is distinct from old.used_by) then
    raise exception 'a used code stays used' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger codes_code_used_once before update on codes_code
  for each row execute function codes_code_stays_used();
--> statement-breakpoint
insert into catalog_product (id, kind, name, devices, created_at)
  values ('019a0000-0000-7000-8000-000000000001', 'vip', 'VIP', 1, now());
