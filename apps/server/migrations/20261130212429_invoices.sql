CREATE TABLE "invoices_invoice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"account_id" uuid NOT NULL,
	"of_id" uuid,
	"status" text NOT NULL,
	"year" integer,
	"number" integer,
	"reference" text,
	"language" text NOT NULL,
	"buyer" jsonb NOT NULL,
	"seller" jsonb,
	"currency" text NOT NULL,
	"inclusive" boolean NOT NULL,
	"net" numeric(12, 2) NOT NULL,
	"tax" numeric(12, 2) NOT NULL,
	"total" numeric(12, 2) NOT NULL,
	"paid_amount" numeric(12, 2) NOT NULL,
	"credited" numeric(12, 2) NOT NULL,
	"note" text NOT NULL,
	"period_start" timestamp (3) with time zone,
	"period_end" timestamp (3) with time zone,
	"ready_at" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone,
	"issued_at" timestamp (3) with time zone,
	"paid_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "invoices_invoice_kind" CHECK ("invoices_invoice"."kind" in ('invoice', 'credit_note')),
	CONSTRAINT "invoices_invoice_status" CHECK ("invoices_invoice"."status" in ('draft', 'issued', 'paid', 'overdue', 'cancelled')),
	CONSTRAINT "invoices_invoice_of" CHECK (("invoices_invoice"."kind" = 'credit_note') = ("invoices_invoice"."of_id" is not null)),
	CONSTRAINT "invoices_invoice_total" CHECK ("invoices_invoice"."total" = "invoices_invoice"."net" + "invoices_invoice"."tax" and "invoices_invoice"."net" >= 0 and "invoices_invoice"."tax" >= 0),
	CONSTRAINT "invoices_invoice_paid" CHECK ("invoices_invoice"."paid_amount" between 0 and "invoices_invoice"."total"),
	CONSTRAINT "invoices_invoice_credited" CHECK ("invoices_invoice"."credited" between 0 and "invoices_invoice"."total"),
	CONSTRAINT "invoices_invoice_numbered" CHECK (num_nulls("invoices_invoice"."number", "invoices_invoice"."year", "invoices_invoice"."reference", "invoices_invoice"."seller", "invoices_invoice"."issued_at") in (0, 5)),
	CONSTRAINT "invoices_invoice_draft" CHECK ("invoices_invoice"."number" is not null or "invoices_invoice"."status" in ('draft', 'cancelled')),
	CONSTRAINT "invoices_invoice_issued" CHECK ("invoices_invoice"."number" is null or "invoices_invoice"."status" <> 'draft')
);


CREATE TABLE "invoices_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"invoice_id" uuid NOT NULL,
	"at" integer NOT NULL,
	"cause" text NOT NULL,
	"cause_id" uuid NOT NULL,
	"text" text NOT NULL,
	"quantity" integer NOT NULL,
	"amount" numeric(12, 2) NOT NULL,
	"tax_rate" text NOT NULL,
	"tax" numeric(12, 2) NOT NULL,
	CONSTRAINT "invoices_item_amounts" CHECK ("invoices_item"."amount" >= 0 and "invoices_item"."tax" >= 0 and "invoices_item"."quantity" > 0)
);


CREATE TABLE "invoices_series" (
	"kind" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "invoices_series_kind_year_pk" PRIMARY KEY("kind","year"),
	CONSTRAINT "invoices_series_kind" CHECK ("invoices_series"."kind" in ('invoice', 'credit_note')),
	CONSTRAINT "invoices_series_last" CHECK ("invoices_series"."last" > 0)
);


ALTER TABLE "invoices_invoice" ADD CONSTRAINT "invoices_invoice_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts_account"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "invoices_invoice" ADD CONSTRAINT "invoices_invoice_of_id_invoices_invoice_id_fk" FOREIGN KEY ("of_id") REFERENCES "public"."invoices_invoice"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "invoices_item" ADD CONSTRAINT "invoices_item_invoice_id_invoices_invoice_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices_invoice"("id") ON DELETE no action ON UPDATE no action;

CREATE UNIQUE INDEX "invoices_invoice_number" ON "invoices_invoice" USING btree ("kind","year","number");

CREATE INDEX "invoices_invoice_reference" ON "invoices_invoice" USING btree ("reference" text_pattern_ops);

CREATE INDEX "invoices_invoice_digits" ON "invoices_invoice" USING btree ("number");

CREATE INDEX "invoices_invoice_credit_notes" ON "invoices_invoice" USING btree ("id") WHERE "invoices_invoice"."kind" = 'credit_note';

CREATE INDEX "invoices_invoice_ready" ON "invoices_invoice" USING btree ("ready_at","id") WHERE "invoices_invoice"."number" is null and "invoices_invoice"."ready_at" is not null;

CREATE INDEX "invoices_invoice_due" ON "invoices_invoice" USING btree ("due_at") WHERE "invoices_invoice"."status" = 'issued';

CREATE INDEX "invoices_invoice_account" ON "invoices_invoice" USING btree ("account_id","id");

CREATE INDEX "invoices_invoice_status" ON "invoices_invoice" USING btree ("status","id");

CREATE INDEX "invoices_invoice_of" ON "invoices_invoice" USING btree ("of_id") WHERE "invoices_invoice"."of_id" is not null;

CREATE UNIQUE INDEX "invoices_item_cause" ON "invoices_item" USING btree ("cause","cause_id");

CREATE UNIQUE INDEX "invoices_item_place" ON "invoices_item" USING btree ("invoice_id","at");


-- What the tables' definitions can't say.

-- An issued document stays as it was printed: only its state, and what was paid and credited, go on.
create function invoices_invoice_stays() returns trigger language plpgsql as $$
declare
  moving constant text[] := array['status', 'paid_amount', 'paid_at', 'credited'];
begin
  if old.number is null and tg_op = 'UPDATE' then
    return new;
  end if;
  if tg_op = 'DELETE' then
    raise exception 'an invoice is never removed' using errcode = 'insufficient_privilege';
  end if;
  if to_jsonb(new) - moving is distinct from to_jsonb(old) - moving then
    raise exception 'an issued invoice stays as it was printed' using errcode = 'insufficient_privilege';
  end if;
  if new.paid_amount < old.paid_amount or new.credited < old.credited then
    raise exception 'what was paid or credited is never taken back' using errcode = 'check_violation';
  end if;
  if new.status <> old.status and not (case old.status
    when 'issued' then new.status in ('paid', 'overdue', 'cancelled')
    when 'overdue' then new.status in ('paid', 'cancelled')
    else false end) then
    raise exception 'an invoice doesn''t go from % to %', old.status, new.status using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger invoices_invoice_no_change before update or delete on invoices_invoice
  for each row execute function invoices_invoice_stays();
--> statement-breakpoint
-- The lines of a document belong to it. Its row is locked, so that none comes while it gets its number.
create function invoices_item_stays() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    raise exception 'lines of invoices never change' using errcode = 'insufficient_privilege';
  end if;
  perform from invoices_invoice where id = new.invoice_id for share;
  if exists (select from invoices_invoice where id = new.invoice_id and number is not null) then
    raise exception 'an issued invoice gets no other lines' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger invoices_item_no_change before insert or update or delete on invoices_item
  for each row execute function invoices_item_stays();
--> statement-breakpoint
-- A number that was given is given: a series only goes on.
create function invoices_series_goes_on() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or new.last < old.last or (new.kind, new.year) <> (old.kind, old.year) then
    raise exception 'a series of numbers only goes on' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger invoices_series_no_return before update or delete on invoices_series
  for each row execute function invoices_series_goes_on();
