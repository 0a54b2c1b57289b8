-- What else an operator wants to know of an entry; those before this say nothing.
alter table log add column user_agent text not null default '';
alter table log add column request_id text not null default '';
