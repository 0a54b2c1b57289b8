-- Times are Unix milliseconds; hashes are SHA-256 in lower-case hex.
create table user (
  id text primary key,
  username text not null,
  -- The name as it is compared: NFKC, lower case.
  username_key text not null unique,
  note text not null,
  expires_at integer,
  token_hash text not null unique,
  created_at integer not null
) strict;
create index user_created on user (created_at, id);
create index user_expires on user (expires_at);

create table record (
  id text primary key,
  user_id text not null references user (id),
  change_days integer not null check (change_days <> 0),
  reason text not null,
  internal_note text not null,
  expire_before integer,
  expire_after integer,
  operator text,
  created_at integer not null,
  -- Who asked under which Idempotency-Key, and the hash of what was asked.
  request_key text unique,
  request_hash text
) strict;
create index record_user on record (user_id, created_at, id);
create index record_created on record (created_at, id);

-- Sign-ins that were tried, and links that were replaced.
create table log (
  id text primary key,
  action text not null check (action in ('sign_in', 'link_reset')),
  ip text not null,
  operator text,
  user_id text references user (id),
  hash_before text,
  hash_after text,
  created_at integer not null
) strict;
create index log_tries on log (action, ip, created_at);

-- A record is history, and so is the log: nothing changes them.
create trigger record_no_update before update on record begin select raise(abort, 'records are history'); end;
create trigger record_no_delete before delete on record begin select raise(abort, 'records are history'); end;
create trigger log_no_update before update on log begin select raise(abort, 'the log is history'); end;
create trigger log_no_delete before delete on log
  when old.action = 'link_reset' begin select raise(abort, 'the log is history'); end;
