CREATE TABLE "orders_renewal" (
	"lease_id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"specs" jsonb NOT NULL,
	"language" text NOT NULL,
	"auto" boolean NOT NULL,
	"next_try_at" timestamp (3) with time zone,
	"tried_for" timestamp (3) with time zone,
	"tries" integer NOT NULL,
	"tried_at" timestamp (3) with time zone,
	"problem" text,
	"told_price" numeric(12, 2),
	"told_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "orders_renewal_auto" CHECK ("orders_renewal"."auto" or "orders_renewal"."next_try_at" is null),
	CONSTRAINT "orders_renewal_tries" CHECK ("orders_renewal"."tries" >= 0),
	CONSTRAINT "orders_renewal_problem" CHECK ("orders_renewal"."problem" in ('insufficient_funds', 'not_offered', 'open_order', 'no_lease'))
);


ALTER TABLE "orders_order" ADD COLUMN "renews_from" timestamp (3) with time zone;

ALTER TABLE "orders_order" ADD COLUMN "ended_at" timestamp (3) with time zone;

ALTER TABLE "orders_renewal" ADD CONSTRAINT "orders_renewal_lease_id_leases_lease_id_fk" FOREIGN KEY ("lease_id") REFERENCES "public"."leases_lease"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "orders_renewal" ADD CONSTRAINT "orders_renewal_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts_account"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "orders_renewal" ADD CONSTRAINT "orders_renewal_plan_id_catalog_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."catalog_plan"("id") ON DELETE no action ON UPDATE no action;

CREATE INDEX "orders_renewal_due" ON "orders_renewal" USING btree ("next_try_at") WHERE "orders_renewal"."auto";

CREATE INDEX "orders_renewal_account" ON "orders_renewal" USING btree ("account_id");

CREATE INDEX "orders_renewal_created" ON "orders_renewal" USING btree ("created_at","lease_id");

CREATE INDEX "orders_renewal_plan" ON "orders_renewal" USING btree ("plan_id");

CREATE INDEX "orders_order_lease" ON "orders_order" USING btree ("lease_id","created_at");

CREATE UNIQUE INDEX "orders_order_open_lease" ON "orders_order" USING btree ("lease_id") WHERE "orders_order"."kind" in ('renew', 'change') and "orders_order"."status" = 'pending';

CREATE UNIQUE INDEX "orders_order_renews" ON "orders_order" USING btree ("lease_id","renews_from") WHERE "orders_order"."status" not in ('cancelled', 'refunded');

ALTER TABLE "orders_order" ADD CONSTRAINT "orders_order_of_lease" CHECK ("orders_order"."kind" = 'new' or "orders_order"."lease_id" is not null);

ALTER TABLE "orders_order" ADD CONSTRAINT "orders_order_credit" CHECK ("orders_order"."credit" >= 0 and ("orders_order"."kind" = 'change' or "orders_order"."credit" = 0));

-- Orders of before didn't keep what they brought time to.
UPDATE "orders_order" o SET "lease_id" = e."lease_id" FROM "leases_entry" e WHERE e."source" = 'order' AND e."source_id" = o."id" AND o."lease_id" IS NULL;
