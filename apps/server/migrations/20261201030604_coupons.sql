CREATE TABLE "coupons_coupon" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"code_key" text NOT NULL,
	"note" text NOT NULL,
	"percent" numeric(5, 2),
	"amount" numeric(12, 2),
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"max_uses" integer,
	"used" integer DEFAULT 0 NOT NULL,
	"per_account" integer,
	"first_order_only" boolean NOT NULL,
	"active" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "coupons_coupon_code" UNIQUE("code_key"),
	CONSTRAINT "coupons_coupon_worth" CHECK (num_nonnulls("coupons_coupon"."percent", "coupons_coupon"."amount") = 1),
	CONSTRAINT "coupons_coupon_percent" CHECK ("coupons_coupon"."percent" > 0 and "coupons_coupon"."percent" <= 100),
	CONSTRAINT "coupons_coupon_amount" CHECK ("coupons_coupon"."amount" > 0),
	CONSTRAINT "coupons_coupon_dates" CHECK ("coupons_coupon"."starts_at" < "coupons_coupon"."ends_at"),
	CONSTRAINT "coupons_coupon_used" CHECK ("coupons_coupon"."used" <= "coupons_coupon"."max_uses"),
	CONSTRAINT "coupons_coupon_not_negative" CHECK ("coupons_coupon"."used" >= 0),
	CONSTRAINT "coupons_coupon_limits" CHECK ("coupons_coupon"."max_uses" >= 1 and "coupons_coupon"."per_account" >= 1)
);


CREATE TABLE "coupons_scope" (
	"coupon_id" uuid NOT NULL,
	"product_id" uuid,
	"plan_id" uuid,
	CONSTRAINT "coupons_scope_once" UNIQUE NULLS NOT DISTINCT("coupon_id","product_id","plan_id"),
	CONSTRAINT "coupons_scope_one" CHECK (num_nonnulls("coupons_scope"."product_id", "coupons_scope"."plan_id") = 1)
);


CREATE TABLE "coupons_use" (
	"order_id" uuid NOT NULL,
	"coupon_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"nth" integer NOT NULL,
	"discount" numeric(12, 2) NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "coupons_use_order" PRIMARY KEY("order_id"),
	CONSTRAINT "coupons_use_nth" UNIQUE("coupon_id","account_id","nth"),
	CONSTRAINT "coupons_use_from_1" CHECK ("coupons_use"."nth" >= 1),
	CONSTRAINT "coupons_use_discount" CHECK ("coupons_use"."discount" >= 0)
);


ALTER TABLE "orders_order" ADD COLUMN "coupon_id" uuid;

ALTER TABLE "orders_order" ADD COLUMN "coupon_code" text;

ALTER TABLE "coupons_scope" ADD CONSTRAINT "coupons_scope_coupon_id_coupons_coupon_id_fk" FOREIGN KEY ("coupon_id") REFERENCES "public"."coupons_coupon"("id") ON DELETE cascade ON UPDATE no action;

ALTER TABLE "coupons_scope" ADD CONSTRAINT "coupons_scope_product_id_catalog_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."catalog_product"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "coupons_scope" ADD CONSTRAINT "coupons_scope_plan_id_catalog_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."catalog_plan"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "coupons_use" ADD CONSTRAINT "coupons_use_coupon_id_coupons_coupon_id_fk" FOREIGN KEY ("coupon_id") REFERENCES "public"."coupons_coupon"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "coupons_use" ADD CONSTRAINT "coupons_use_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts_account"("id") ON DELETE no action ON UPDATE no action;

CREATE INDEX "coupons_coupon_created" ON "coupons_coupon" USING btree ("created_at","id");

CREATE INDEX "coupons_scope_product" ON "coupons_scope" USING btree ("product_id");

CREATE INDEX "coupons_scope_plan" ON "coupons_scope" USING btree ("plan_id");

CREATE INDEX "coupons_use_at" ON "coupons_use" USING btree ("at","order_id");

CREATE INDEX "coupons_use_account" ON "coupons_use" USING btree ("account_id");

ALTER TABLE "orders_order" ADD CONSTRAINT "orders_order_coupon_id_coupons_coupon_id_fk" FOREIGN KEY ("coupon_id") REFERENCES "public"."coupons_coupon"("id") ON DELETE no action ON UPDATE no action;

CREATE INDEX "orders_order_coupon" ON "orders_order" USING btree ("coupon_id") WHERE "orders_order"."coupon_id" is not null;

ALTER TABLE "orders_order" ADD CONSTRAINT "orders_order_coupon" CHECK (("orders_order"."coupon_id" is null) = ("orders_order"."coupon_code" is null));

ALTER TABLE "orders_order" ADD CONSTRAINT "orders_order_discount" CHECK ("orders_order"."discount" between 0 and "orders_order"."list" + "orders_order"."setup_fee");
