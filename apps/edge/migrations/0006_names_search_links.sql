-- Names are shown as they were written, and several users may have the same: the key of a name has a column of its own.
-- `username_key` stays unique for the version before, which goes on; for users made from now on it is the id.
alter table user add column name_key text;
alter table user add column sort_key text as (coalesce(name_key, username_key));
create index user_sorted on user (sort_key, id);
-- The note as it is compared: NFKC, lower case.
alter table user add column note_key text;

-- The token of the link, sealed with a key made of JWT_SECRET; null where only its hash is known.
alter table user add column sealed_token text;
-- The version before replaces a link without its sealed token: the one of the link before is gone then, too.
create trigger user_link_replaced after update of token_hash on user
  when new.token_hash <> old.token_hash and new.sealed_token is old.sealed_token
begin
  update user set sealed_token = null where id = new.id;
end;

-- Users are found by the pairs of neighbouring signs of name and note, and by Han signs alone; each in hex is a word.
-- A rowid may change when the database is written anew: `user_place` has one that stays.
create table user_place (
  place integer primary key,
  user_id text not null unique references user (id)
) strict;
create virtual table user_search using fts5(pairs, content='', contentless_delete=1, detail=none, tokenize='ascii');
create view user_text as
  select id, sort_key || char(10) || coalesce(note_key, lower(note)) as text from user;
create view user_pairs as
  select id, (
    with recursive sign (place, one, next) as (
      select 1, substr(text, 1, 1), substr(text, 2, 1)
      union all
      select place + 1, next, substr(text, place + 2, 1) from sign where next <> ''
    )
    select group_concat(
      iif(next = '', '', hex(one || next) || ' ')
        || iif(unicode(one) between 11904 and 40959 or unicode(one) between 63744 and 64255
          or unicode(one) between 131072 and 262143, hex(one), ''), ' ')
    from sign
  ) as pairs
  from user_text;
create trigger user_search_made after insert on user begin
  insert into user_place (user_id) values (new.id);
  insert into user_search (rowid, pairs)
    select place, pairs from user_place join user_pairs on id = user_id where user_id = new.id;
end;
create trigger user_search_changed after update of username_key, name_key, note, note_key on user begin
  delete from user_search where rowid = (select place from user_place where user_id = new.id);
  insert into user_search (rowid, pairs)
    select place, pairs from user_place join user_pairs on id = user_id where user_id = new.id;
end;
insert into user_place (user_id) select id from user order by created_at, id;
insert into user_search (rowid, pairs)
  select place, pairs from user_place join user_pairs on id = user_id order by place;

-- The log takes links that are shown again and users that are changed, with what they were before and after.
create table log_next (
  id text primary key,
  action text not null check (action in ('sign_in', 'link_reset', 'link_revealed', 'user_changed')),
  ip text not null,
  operator text,
  user_id text references user (id),
  hash_before text,
  hash_after text,
  created_at integer not null,
  user_agent text not null default '',
  request_id text not null default '',
  -- JSON
  before text,
  after text
) strict;
insert into log_next (rowid, id, action, ip, operator, user_id, hash_before, hash_after, created_at, user_agent, request_id)
  select rowid, id, action, ip, operator, user_id, hash_before, hash_after, created_at, user_agent, request_id from log;
drop table log;
alter table log_next rename to log;
create index log_tries on log (action, ip, created_at);
create trigger log_no_update before update on log begin select raise(abort, 'the log is history'); end;
create trigger log_no_delete before delete on log
  when old.action <> 'sign_in' begin select raise(abort, 'the log is history'); end;
