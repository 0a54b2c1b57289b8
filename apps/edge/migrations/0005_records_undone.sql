-- The record that this one undoes; each is undone once.
alter table record add column undoes text references record (id);
create unique index record_undoes on record (undoes);
