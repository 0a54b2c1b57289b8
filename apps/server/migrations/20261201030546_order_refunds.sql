CREATE TABLE "orders_refund" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"amount" numeric(12, 2) NOT NULL,
	"tax" numeric(12, 2) NOT NULL,
	"ends_before" timestamp (3) with time zone,
	CONSTRAINT "orders_refund_amount" CHECK ("orders_refund"."amount" > 0 and "orders_refund"."tax" between 0 and "orders_refund"."amount")
);


ALTER TABLE "orders_refund" ADD CONSTRAINT "orders_refund_order_id_orders_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders_order"("id") ON DELETE no action ON UPDATE no action;

CREATE INDEX "orders_refund_order" ON "orders_refund" USING btree ("order_id","at","id");

CREATE INDEX "orders_refund_at" ON "orders_refund" USING btree ("at");

CREATE INDEX "orders_order_ends" ON "orders_order" USING btree ("ends_at") WHERE "orders_order"."paid_at" is not null;

-- What was refunded before: by a gateway; and into a wallet, where a credit note says of which order. The amounts are the ledger's.
with known as (
  select id, for_id as order_id from payments_refund
  union
  select note.cause_id, bought.cause_id
  from invoices_item note
  join invoices_invoice of_note on of_note.id = note.invoice_id and of_note.kind = 'credit_note'
  join invoices_item bought on bought.invoice_id = of_note.of_id and bought.cause = 'order'
  where note.cause = 'refund'
)
insert into orders_refund (id, order_id, at, amount, tax, ends_before)
select known.id, known.order_id, min(e.at), sum(e.amount), coalesce(sum(e.amount) filter (where e.debit = 'tax'), 0), null
from known
join orders_order o on o.id = known.order_id
join ledger_entry e on e.cause = 'refund' and e.cause_id = known.id and e.debit in ('income', 'tax')
group by known.id, known.order_id;
