CREATE TABLE "ledger_balance" (
	"account" text NOT NULL,
	"of" uuid NOT NULL,
	"balance" numeric(12, 2) DEFAULT '0.00' NOT NULL,
	"floor" numeric(12, 2) DEFAULT '0.00' NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "ledger_balance_account_of_pk" PRIMARY KEY("account","of"),
	CONSTRAINT "ledger_balance_floor" CHECK ("ledger_balance"."balance" >= "ledger_balance"."floor"),
	CONSTRAINT "ledger_balance_kept" CHECK ("ledger_balance"."account" in ('wallet', 'held', 'refunding', 'commission'))
);


CREATE TABLE "ledger_digest" (
	"until" timestamp (3) with time zone PRIMARY KEY NOT NULL,
	"entries" bigint NOT NULL,
	"sum" numeric(18, 2) NOT NULL,
	"digest" text NOT NULL
);


CREATE TABLE "ledger_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"debit" text NOT NULL,
	"debit_of" uuid,
	"credit" text NOT NULL,
	"credit_of" uuid,
	"amount" numeric(12, 2) NOT NULL,
	"cause" text NOT NULL,
	"cause_id" uuid NOT NULL,
	"part" smallint NOT NULL,
	"debit_seq" bigint,
	"debit_after" numeric(12, 2),
	"credit_seq" bigint,
	"credit_after" numeric(12, 2),
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "ledger_entry_amount" CHECK ("ledger_entry"."amount" > 0),
	CONSTRAINT "ledger_entry_sides" CHECK ("ledger_entry"."debit" <> "ledger_entry"."credit"),
	CONSTRAINT "ledger_entry_debit_name" CHECK ("ledger_entry"."debit" in ('wallet', 'held', 'refunding', 'commission', 'gateway', 'income', 'tax', 'fees', 'vouchers', 'adjustments', 'commissions', 'payouts', 'cost', 'upstream', 'bank', 'losses')),
	CONSTRAINT "ledger_entry_credit_name" CHECK ("ledger_entry"."credit" in ('wallet', 'held', 'refunding', 'commission', 'gateway', 'income', 'tax', 'fees', 'vouchers', 'adjustments', 'commissions', 'payouts', 'cost', 'upstream', 'bank', 'losses')),
	CONSTRAINT "ledger_entry_cause_name" CHECK ("ledger_entry"."cause" in ('payment', 'payment_reversed', 'wallet_part', 'wallet_part_back', 'order_paid', 'released', 'top_up', 'adjustment', 'refund', 'refund_sent', 'refund_done', 'refund_failed', 'code', 'commission', 'commission_back', 'commission_payable', 'payout', 'upstream_funded', 'upstream_bought', 'upstream_refunded')),
	CONSTRAINT "ledger_entry_debit_kept" CHECK (("ledger_entry"."debit" in ('wallet', 'held', 'refunding', 'commission')) = ("ledger_entry"."debit_seq" is not null)),
	CONSTRAINT "ledger_entry_credit_kept" CHECK (("ledger_entry"."credit" in ('wallet', 'held', 'refunding', 'commission')) = ("ledger_entry"."credit_seq" is not null))
);


CREATE UNIQUE INDEX "ledger_entry_cause" ON "ledger_entry" USING btree ("cause","cause_id","part");

CREATE UNIQUE INDEX "ledger_entry_debit" ON "ledger_entry" USING btree ("debit","debit_of","debit_seq") WHERE "ledger_entry"."debit_seq" is not null;

CREATE UNIQUE INDEX "ledger_entry_credit" ON "ledger_entry" USING btree ("credit","credit_of","credit_seq") WHERE "ledger_entry"."credit_seq" is not null;

CREATE INDEX "ledger_entry_at" ON "ledger_entry" USING btree ("at","id");

-- A balance moves by entries alone: the trigger of ledger_entry is one level further in.
create function ledger_balance_by_entries() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() > 1 then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'INSERT' and new.balance = 0 and new.seq = 0 then
    return new;
  end if;
  if tg_op = 'UPDATE' and (new.account, new.of, new.balance, new.seq) = (old.account, old.of, old.balance, old.seq) then
    return new;
  end if;
  raise exception 'a balance moves by entries alone' using errcode = 'insufficient_privilege';
end $$;

create trigger ledger_balance_moves before insert or update or delete on ledger_balance
  for each row execute function ledger_balance_by_entries();

-- Moves one kept balance, and says which step that was and where it led. A wallet is made with its account, never here: a
-- missing one must not pay for anything. A debit is an update: the floor would refuse the row that an upsert proposes.
create function ledger_step(kept text, whose uuid, change numeric, out seq bigint, out balance numeric) language plpgsql as $$
declare
  lacking numeric;
begin
  update ledger_balance b set balance = b.balance + change, seq = b.seq + 1
    where b.account = kept and b.of = whose and (change > 0 or b.balance + change >= b.floor)
    returning b.seq, b.balance into seq, balance;
  if found then
    return;
  end if;
  select b.floor - b.balance - change into lacking from ledger_balance b where b.account = kept and b.of = whose;
  if found then
    raise exception '% of % lacks %', kept, whose, lacking
      using errcode = 'check_violation', constraint = 'ledger_balance_floor', detail = lacking::text;
  end if;
  if change < 0 or kept = 'wallet' then
    raise exception 'there is no % of %', kept, whose
      using errcode = 'check_violation', constraint = 'ledger_balance_missing';
  end if;
  insert into ledger_balance as b (account, of, balance, seq) values (kept, whose, change, 1)
    on conflict on constraint ledger_balance_account_of_pk do update set balance = b.balance + change, seq = b.seq + 1
    returning b.seq, b.balance into seq, balance;
end $$;

-- In the order of their names, so that no two entries wait for each other.
create function ledger_entry_moves() returns trigger language plpgsql as $$
declare
  kept constant text[] := array['wallet', 'held', 'refunding', 'commission'];
  debit_first constant boolean := new.debit < new.credit;
begin
  new.debit_seq := null; new.debit_after := null; new.credit_seq := null; new.credit_after := null;
  if debit_first and new.debit = any(kept) then
    select s.seq, s.balance into new.debit_seq, new.debit_after from ledger_step(new.debit, new.debit_of, -new.amount) s;
  end if;
  if new.credit = any(kept) then
    select s.seq, s.balance into new.credit_seq, new.credit_after from ledger_step(new.credit, new.credit_of, new.amount) s;
  end if;
  if not debit_first and new.debit = any(kept) then
    select s.seq, s.balance into new.debit_seq, new.debit_after from ledger_step(new.debit, new.debit_of, -new.amount) s;
  end if;
  return new;
end $$;

create trigger ledger_entry_moves before insert on ledger_entry
  for each row execute function ledger_entry_moves();

-- Entries and digests are history: nothing changes or removes them.
create function ledger_is_history() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is history' using errcode = 'insufficient_privilege';
end $$;

create trigger ledger_entry_no_change before update or delete on ledger_entry
  for each row execute function ledger_is_history();
create trigger ledger_entry_no_truncate before truncate on ledger_entry
  for each statement execute function ledger_is_history();
create trigger ledger_digest_no_change before update or delete on ledger_digest
  for each row execute function ledger_is_history();

-- A wallet is made with its account, also by a process that doesn't know the table.
create function ledger_wallet_of_account() returns trigger language plpgsql as $$
begin
  insert into ledger_balance (account, of) values ('wallet', new.id) on conflict do nothing;
  return null;
end $$;

create trigger accounts_account_wallet after insert on accounts_account
  for each row execute function ledger_wallet_of_account();
insert into ledger_balance (account, of) select 'wallet', id from accounts_account on conflict do nothing;
