-- What users are sorted by, never null: who never had time is before all others.
alter table user add column ends_key integer as (coalesce(expires_at, -1));
create index user_ends on user (ends_key, id);

-- Users that were made under an Idempotency-Key, for a week: who asks again with the same is told the same link.
create table made (
  -- Whose key and which; and the hash of what was asked.
  request_key text primary key,
  request_hash text not null,
  user_id text not null references user (id),
  -- The token of the link, sealed with a key made of JWT_SECRET.
  sealed_token text not null,
  created_at integer not null
) strict;
create index made_age on made (created_at);
