CREATE TABLE "orders_order" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"product_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"product_name" text NOT NULL,
	"terms" jsonb NOT NULL,
	"specs" jsonb NOT NULL,
	"quantity" integer NOT NULL,
	"language" text NOT NULL,
	"lease_id" uuid,
	"list" numeric(12, 2) NOT NULL,
	"setup_fee" numeric(12, 2) NOT NULL,
	"discount" numeric(12, 2) NOT NULL,
	"credit" numeric(12, 2) NOT NULL,
	"net" numeric(12, 2) NOT NULL,
	"tax" numeric(12, 2) NOT NULL,
	"total" numeric(12, 2) NOT NULL,
	"refunded" numeric(12, 2) DEFAULT '0.00' NOT NULL,
	"moved" numeric(12, 2) DEFAULT '0.00' NOT NULL,
	"gateway" text,
	"status" text NOT NULL,
	"stock_taken" boolean NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"lapsed" boolean DEFAULT false NOT NULL,
	"paid_at" timestamp (3) with time zone,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "orders_order_kind" CHECK ("orders_order"."kind" in ('new', 'renew', 'change')),
	CONSTRAINT "orders_order_state" CHECK ("orders_order"."status" in ('pending', 'paid', 'provisioning', 'active', 'suspended', 'completed', 'terminated', 'cancelled', 'refunded')),
	CONSTRAINT "orders_order_quantity" CHECK ("orders_order"."quantity" between 1 and 1000),
	CONSTRAINT "orders_order_total" CHECK ("orders_order"."total" = "orders_order"."net" + "orders_order"."tax" and "orders_order"."total" >= 0 and "orders_order"."tax" >= 0),
	CONSTRAINT "orders_order_given_back" CHECK ("orders_order"."refunded" >= 0 and "orders_order"."moved" >= 0 and "orders_order"."refunded" + "orders_order"."moved" <= "orders_order"."total" + "orders_order"."credit"),
	CONSTRAINT "orders_order_paid" CHECK ("orders_order"."paid_at" is not null or "orders_order"."status" in ('pending', 'cancelled'))
);


CREATE TABLE "orders_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"from" text,
	"to" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_name" text NOT NULL,
	"reason" text NOT NULL
);


ALTER TABLE "orders_order" ADD CONSTRAINT "orders_order_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts_account"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "orders_order" ADD CONSTRAINT "orders_order_product_id_catalog_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."catalog_product"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "orders_order" ADD CONSTRAINT "orders_order_plan_id_catalog_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."catalog_plan"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "orders_order" ADD CONSTRAINT "orders_order_lease_id_leases_lease_id_fk" FOREIGN KEY ("lease_id") REFERENCES "public"."leases_lease"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "orders_step" ADD CONSTRAINT "orders_step_order_id_orders_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders_order"("id") ON DELETE no action ON UPDATE no action;

CREATE INDEX "orders_order_account" ON "orders_order" USING btree ("account_id","created_at","id");

CREATE INDEX "orders_order_created" ON "orders_order" USING btree ("created_at","id");

CREATE INDEX "orders_order_status" ON "orders_order" USING btree ("status","created_at","id");

CREATE INDEX "orders_order_due" ON "orders_order" USING btree ("due_at") WHERE "orders_order"."status" = 'pending';

CREATE INDEX "orders_order_plan" ON "orders_order" USING btree ("plan_id");

CREATE INDEX "orders_step_order" ON "orders_step" USING btree ("order_id","at","id");

CREATE INDEX "ledger_entry_cause_id" ON "ledger_entry" USING btree ("cause_id");
