-- The user's end after the change, also when that is over already; null in records of before.
alter table record add column ends_at integer;
