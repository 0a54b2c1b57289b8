CREATE TABLE "accounts_search" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"pairs" text[] NOT NULL
);


CREATE TABLE "accounts_search_fill" (
	"only" integer PRIMARY KEY NOT NULL,
	"after_id" uuid NOT NULL
);


ALTER TABLE "accounts_account" ALTER COLUMN "username_key" DROP NOT NULL;

ALTER TABLE "status_link" ADD COLUMN "sealed" "bytea";

ALTER TABLE "accounts_search" ADD CONSTRAINT "accounts_search_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts_account"("id") ON DELETE cascade ON UPDATE no action;

CREATE INDEX "accounts_search_pairs" ON "accounts_search" USING gin ("pairs") WITH (fastupdate=false);

CREATE INDEX "accounts_account_name" ON "accounts_account" USING btree ((lower(normalize(coalesce("display_name", "username"), NFKC)) collate "C"),"id");

ALTER TABLE "accounts_account" ADD CONSTRAINT "accounts_account_named" CHECK ("accounts_account"."username_key" is not null or ("accounts_account"."display_name" is not null and "accounts_account"."display_name" = "accounts_account"."username"));

-- The distinct pairs of neighbouring signs of a text, and its Han signs alone.
create function accounts_pairs(sought text) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct part), '{}') from (
    select sign || lead(sign) over (order by place) as part
      from unnest(string_to_array(sought, null)) with ordinality as signs (sign, place)
    union all
    select sign from unnest(string_to_array(sought, null)) sign
      where ascii(sign) between 11904 and 40959 or ascii(sign) between 63744 and 64255
        or ascii(sign) between 131072 and 262143
  ) parts where part is not null
$$;
create function accounts_search_text(account accounts_account) returns text language sql immutable parallel safe as $$
  select lower(normalize(concat_ws(E'\n', account.display_name,
    case when account.username_key is not null then account.username end, account.email, account.pending_email, account.note), NFKC))
$$;
create function accounts_search_follows() returns trigger language plpgsql as $$
declare
  found text := accounts_search_text(new);
begin
  insert into accounts_search (account_id, text, pairs) values (new.id, found, accounts_pairs(found))
    on conflict (account_id) do update set text = excluded.text, pairs = excluded.pairs;
  return null;
end $$;
create trigger accounts_account_search
  after insert or update of username, username_key, display_name, email, pending_email, note on accounts_account
  for each row execute function accounts_search_follows();
-- The accounts that are there already are filled in by a task, a few at a time: no transaction holds them for long.
insert into accounts_search_fill ("only", after_id)
  select 1, '00000000-0000-0000-0000-000000000000' where exists (select from accounts_account);
-- A process of an older version replaces a link without its sealed token: the one of the link before is gone then, too.
create function status_link_forgets() returns trigger language plpgsql as $$
begin
  if new.token_hash <> old.token_hash and new.sealed is not distinct from old.sealed then
    new.sealed := null;
  end if;
  return new;
end $$;
create trigger status_link_replaced before update on status_link
  for each row execute function status_link_forgets();
