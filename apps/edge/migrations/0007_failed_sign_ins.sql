-- Failed sign-ins, and those under way, by where they come from and the name that is tried (a hash: people type passwords there).
create table guess (
  source text not null,
  name text not null,
  failed integer not null,
  ends_at integer not null,
  primary key (source, name)
) strict, without rowid;
create index guess_name on guess (name);
create index guess_end on guess (ends_at);

-- Sessions that were signed out before they would have been over.
create table ended_session (
  id text primary key,
  ends_at integer not null
) strict, without rowid;
create index ended_session_end on ended_session (ends_at);
