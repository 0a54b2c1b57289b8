CREATE TABLE "payments_reversal" (
	"payment_id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"for_kind" text NOT NULL,
	"for_id" uuid NOT NULL,
	"amount" numeric(12, 2) NOT NULL,
	"source" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"decision" text,
	"note" text DEFAULT '' NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "payments_reversal_amount" CHECK ("payments_reversal"."amount" > 0),
	CONSTRAINT "payments_reversal_source" CHECK ("payments_reversal"."source" in ('staff', 'notice', 'ask')),
	CONSTRAINT "payments_reversal_decision" CHECK ("payments_reversal"."decision" in ('take_back', 'keep', 'collect')),
	CONSTRAINT "payments_reversal_decided" CHECK (("payments_reversal"."decision" is null) = ("payments_reversal"."decided_at" is null))
);


CREATE TABLE "statements_matched" (
	"payment_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	CONSTRAINT "statements_matched_payment_id_run_id_pk" PRIMARY KEY("payment_id","run_id")
);


CREATE TABLE "statements_row" (
	"id" uuid PRIMARY KEY NOT NULL,
	"run_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"payment_id" uuid,
	"reference" text NOT NULL,
	"transaction" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"amount_there" numeric(12, 2),
	"amount_here" numeric(12, 2),
	"fee_there" numeric(12, 2),
	"fee_here" numeric(12, 2),
	"resolution" text,
	"note" text DEFAULT '' NOT NULL,
	"resolved_by" text,
	"resolved_at" timestamp (3) with time zone,
	CONSTRAINT "statements_row_kind" CHECK ("statements_row"."kind" in ('missing_here', 'missing_there', 'amount', 'fee')),
	CONSTRAINT "statements_row_state" CHECK ("statements_row"."state" in ('open', 'resolved', 'dismissed')),
	CONSTRAINT "statements_row_resolution" CHECK ("statements_row"."resolution" in ('ask', 'confirm', 'note_fee', 'dismiss')),
	CONSTRAINT "statements_row_resolved" CHECK (("statements_row"."state" = 'open') = ("statements_row"."resolved_at" is null))
);


CREATE TABLE "statements_run" (
	"id" uuid PRIMARY KEY NOT NULL,
	"interface_id" uuid NOT NULL,
	"gateway" text NOT NULL,
	"file_name" text NOT NULL,
	"digest" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone NOT NULL,
	"lines" integer NOT NULL,
	"skipped" integer NOT NULL,
	"matched" integer NOT NULL,
	"differences" integer NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "statements_run_file" UNIQUE("interface_id","digest"),
	CONSTRAINT "statements_run_counts" CHECK ("statements_run"."lines" > 0 and "statements_run"."skipped" >= 0 and "statements_run"."matched" >= 0 and "statements_run"."differences" >= 0)
);


ALTER TABLE "ledger_entry" DROP CONSTRAINT "ledger_entry_cause_name";

ALTER TABLE "orders_order" ADD COLUMN "reversed_at" timestamp (3) with time zone;

ALTER TABLE "orders_order" ADD COLUMN "ends_before" timestamp (3) with time zone;

ALTER TABLE "payments_reversal" ADD CONSTRAINT "payments_reversal_payment_id_payments_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments_payment"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "payments_reversal" ADD CONSTRAINT "payments_reversal_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts_account"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "statements_matched" ADD CONSTRAINT "statements_matched_payment_id_payments_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments_payment"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "statements_matched" ADD CONSTRAINT "statements_matched_run_id_statements_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."statements_run"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "statements_row" ADD CONSTRAINT "statements_row_run_id_statements_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."statements_run"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "statements_row" ADD CONSTRAINT "statements_row_payment_id_payments_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments_payment"("id") ON DELETE no action ON UPDATE no action;

CREATE INDEX "payments_reversal_for" ON "payments_reversal" USING btree ("for_id");

CREATE INDEX "statements_matched_run" ON "statements_matched" USING btree ("run_id");

CREATE INDEX "statements_row_run" ON "statements_row" USING btree ("run_id");

CREATE INDEX "statements_row_at" ON "statements_row" USING btree ("at","id");

CREATE INDEX "statements_row_payment" ON "statements_row" USING btree ("payment_id");

CREATE INDEX "statements_run_created" ON "statements_run" USING btree ("created_at","id");

CREATE INDEX "payments_payment_paid" ON "payments_payment" USING btree ("interface_id","paid_at") WHERE "payments_payment"."paid_at" is not null;

ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_cause_name" CHECK ("ledger_entry"."cause" in ('payment', 'fee', 'payment_reversed', 'reversal_collected', 'wallet_part', 'wallet_part_back', 'order_paid', 'released', 'top_up', 'adjustment', 'refund', 'refund_sent', 'refund_done', 'refund_failed', 'code', 'commission', 'commission_back', 'commission_payable', 'payout', 'upstream_funded', 'upstream_bought', 'upstream_refunded'));
