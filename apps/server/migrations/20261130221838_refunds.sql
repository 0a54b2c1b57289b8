CREATE TABLE "payments_refund" (
	"id" uuid PRIMARY KEY NOT NULL,
	"payment_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"interface_id" uuid NOT NULL,
	"for_id" uuid NOT NULL,
	"amount" numeric(12, 2) NOT NULL,
	"status" text NOT NULL,
	"gateway_refund" text,
	"reason" text NOT NULL,
	"problem" text,
	"next_try_at" timestamp (3) with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"finished_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payments_refund_gateway" UNIQUE("interface_id","gateway_refund"),
	CONSTRAINT "payments_refund_amount" CHECK ("payments_refund"."amount" > 0),
	CONSTRAINT "payments_refund_status" CHECK ("payments_refund"."status" in ('wanted', 'sent', 'success', 'failed'))
);


ALTER TABLE "payments_refund" ADD CONSTRAINT "payments_refund_payment_id_payments_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments_payment"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "payments_refund" ADD CONSTRAINT "payments_refund_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts_account"("id") ON DELETE no action ON UPDATE no action;

CREATE INDEX "payments_refund_created" ON "payments_refund" USING btree ("created_at","id");

CREATE INDEX "payments_refund_payment" ON "payments_refund" USING btree ("payment_id");

CREATE INDEX "payments_refund_for" ON "payments_refund" USING btree ("for_id");

CREATE INDEX "payments_refund_due" ON "payments_refund" USING btree ("next_try_at") WHERE "payments_refund"."next_try_at" is not null;
