CREATE TABLE "payments_notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"interface_id" uuid NOT NULL,
	"payment_id" uuid,
	"sealed" "bytea" NOT NULL,
	"verdict" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"ip" text NOT NULL,
	CONSTRAINT "payments_notice_verdict" CHECK ("payments_notice"."verdict" in ('accepted', 'asking', 'repeated', 'forged', 'mismatch', 'unknown', 'error'))
);


CREATE TABLE "payments_payment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"interface_id" uuid NOT NULL,
	"gateway" text NOT NULL,
	"for_kind" text NOT NULL,
	"for_id" uuid NOT NULL,
	"title" text NOT NULL,
	"amount" numeric(12, 2) NOT NULL,
	"wallet_part" numeric(12, 2) DEFAULT '0.00' NOT NULL,
	"fee" numeric(12, 2) DEFAULT '0.00' NOT NULL,
	"refunded" numeric(12, 2) DEFAULT '0.00' NOT NULL,
	"reference" text NOT NULL,
	"gateway_tx" text,
	"status" text NOT NULL,
	"action" jsonb,
	"problem" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"next_ask_at" timestamp (3) with time zone,
	"asks" integer DEFAULT 0 NOT NULL,
	"paid_at" timestamp (3) with time zone,
	"confirmed_by" text,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payments_payment_reference" UNIQUE("interface_id","reference"),
	CONSTRAINT "payments_payment_gateway_tx" UNIQUE("interface_id","gateway_tx"),
	CONSTRAINT "payments_payment_amount" CHECK ("payments_payment"."amount" > 0),
	CONSTRAINT "payments_payment_refunded" CHECK ("payments_payment"."refunded" between 0 and "payments_payment"."amount"),
	CONSTRAINT "payments_payment_status" CHECK ("payments_payment"."status" in ('pending', 'success', 'failed', 'refunded')),
	CONSTRAINT "payments_payment_for_kind" CHECK ("payments_payment"."for_kind" in ('order', 'top_up')),
	CONSTRAINT "payments_payment_paid" CHECK (("payments_payment"."paid_at" is not null) = ("payments_payment"."status" in ('success', 'refunded')))
);


ALTER TABLE "payments_notice" ADD CONSTRAINT "payments_notice_payment_id_payments_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments_payment"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "payments_payment" ADD CONSTRAINT "payments_payment_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts_account"("id") ON DELETE no action ON UPDATE no action;

CREATE INDEX "payments_notice_at" ON "payments_notice" USING btree ("at","id");

CREATE INDEX "payments_notice_payment" ON "payments_notice" USING btree ("payment_id");

CREATE UNIQUE INDEX "payments_payment_pending" ON "payments_payment" USING btree ("for_id","interface_id") WHERE "payments_payment"."status" = 'pending';

CREATE INDEX "payments_payment_for" ON "payments_payment" USING btree ("for_id");

CREATE INDEX "payments_payment_account" ON "payments_payment" USING btree ("account_id","created_at");

CREATE INDEX "payments_payment_created" ON "payments_payment" USING btree ("created_at","id");

CREATE INDEX "payments_payment_due" ON "payments_payment" USING btree ("next_ask_at") WHERE "payments_payment"."next_ask_at" is not null;
