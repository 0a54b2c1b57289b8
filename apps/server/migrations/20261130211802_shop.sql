CREATE TABLE "catalog_category" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"position" integer NOT NULL,
	"active" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "catalog_category_name_key_unique" UNIQUE("name_key")
);


CREATE TABLE "catalog_group" (
	"id" uuid PRIMARY KEY NOT NULL,
	"category_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"position" integer NOT NULL,
	"active" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "catalog_group_name" UNIQUE("category_id","name_key")
);


CREATE TABLE "catalog_plan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"cycle" text NOT NULL,
	"days" integer,
	"price" numeric(12, 2) NOT NULL,
	"setup_fee" numeric(12, 2) NOT NULL,
	"level" integer,
	"count" integer,
	"keeps_price" boolean NOT NULL,
	"position" integer NOT NULL,
	"active" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "catalog_plan_term" UNIQUE NULLS NOT DISTINCT("product_id","cycle","days","level","count"),
	CONSTRAINT "catalog_plan_cycle" CHECK ("catalog_plan"."cycle" in ('monthly', 'quarterly', 'yearly', 'days')),
	CONSTRAINT "catalog_plan_days" CHECK (("catalog_plan"."cycle" = 'days') = ("catalog_plan"."days" is not null)),
	CONSTRAINT "catalog_plan_days_range" CHECK ("catalog_plan"."days" between 1 and 3650),
	CONSTRAINT "catalog_plan_price" CHECK ("catalog_plan"."price" >= 0 and "catalog_plan"."setup_fee" >= 0),
	CONSTRAINT "catalog_plan_level" CHECK ("catalog_plan"."level" between 1 and 100),
	CONSTRAINT "catalog_plan_count" CHECK ("catalog_plan"."count" between 1 and 100000),
	CONSTRAINT "catalog_plan_of_kind" CHECK (case "catalog_plan"."kind" when 'vip' then "catalog_plan"."level" is not null and "catalog_plan"."count" is null
        when 'codes' then "catalog_plan"."level" is not null and "catalog_plan"."count" is not null and "catalog_plan"."cycle" = 'days'
        when 'relay' then "catalog_plan"."count" is null
        else "catalog_plan"."level" is null and "catalog_plan"."count" is null end)
);


ALTER TABLE "catalog_product" ALTER COLUMN "devices" DROP NOT NULL;

ALTER TABLE "catalog_product" ADD COLUMN "name_key" text DEFAULT '' NOT NULL;

ALTER TABLE "catalog_product" ADD COLUMN "group_id" uuid;

ALTER TABLE "catalog_product" ADD COLUMN "description" text DEFAULT '' NOT NULL;

ALTER TABLE "catalog_product" ADD COLUMN "specs" jsonb DEFAULT '{}'::jsonb NOT NULL;

ALTER TABLE "catalog_product" ADD COLUMN "options" jsonb DEFAULT '[]'::jsonb NOT NULL;

ALTER TABLE "catalog_product" ADD COLUMN "interface_id" uuid;

ALTER TABLE "catalog_product" ADD COLUMN "cost" numeric(12, 2);

ALTER TABLE "catalog_product" ADD COLUMN "stock" integer;

ALTER TABLE "catalog_product" ADD COLUMN "refund_policy" text DEFAULT 'none' NOT NULL;

ALTER TABLE "catalog_product" ADD COLUMN "refund_days" integer DEFAULT 0 NOT NULL;

ALTER TABLE "catalog_product" ADD COLUMN "grace_days" integer DEFAULT 30 NOT NULL;

ALTER TABLE "catalog_product" ADD COLUMN "position" integer DEFAULT 0 NOT NULL;

ALTER TABLE "catalog_product" ADD COLUMN "active" boolean DEFAULT true NOT NULL;

ALTER TABLE "catalog_product" ADD COLUMN "updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL;

ALTER TABLE "catalog_product" ADD CONSTRAINT "catalog_product_of_kind" UNIQUE("id","kind");

ALTER TABLE "catalog_group" ADD CONSTRAINT "catalog_group_category_id_catalog_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."catalog_category"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "catalog_plan" ADD CONSTRAINT "catalog_plan_product" FOREIGN KEY ("product_id","kind") REFERENCES "public"."catalog_product"("id","kind") ON DELETE cascade ON UPDATE no action;

ALTER TABLE "catalog_product" ADD CONSTRAINT "catalog_product_group_id_catalog_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."catalog_group"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "catalog_product" ADD CONSTRAINT "catalog_product_interface_id_plugins_interface_id_fk" FOREIGN KEY ("interface_id") REFERENCES "public"."plugins_interface"("id") ON DELETE no action ON UPDATE no action;

CREATE INDEX "catalog_product_interface" ON "catalog_product" USING btree ("interface_id");

ALTER TABLE "catalog_product" ADD CONSTRAINT "catalog_product_name" UNIQUE("group_id","name_key");

ALTER TABLE "catalog_product" ADD CONSTRAINT "catalog_product_kind" CHECK ("catalog_product"."kind" in ('vip', 'codes', 'relay', 'server'));

ALTER TABLE "catalog_product" ADD CONSTRAINT "catalog_product_vip_devices" CHECK ("catalog_product"."kind" <> 'vip' or "catalog_product"."devices" is not null);

ALTER TABLE "catalog_product" ADD CONSTRAINT "catalog_product_stock" CHECK ("catalog_product"."stock" >= 0);

ALTER TABLE "catalog_product" ADD CONSTRAINT "catalog_product_cost" CHECK ("catalog_product"."cost" >= 0);

ALTER TABLE "catalog_product" ADD CONSTRAINT "catalog_product_refund_policy" CHECK ("catalog_product"."refund_policy" in ('none', 'wallet', 'gateway'));

ALTER TABLE "catalog_product" ADD CONSTRAINT "catalog_product_refund_days" CHECK ("catalog_product"."refund_days" between 0 and 365);

ALTER TABLE "catalog_product" ADD CONSTRAINT "catalog_product_grace_days" CHECK ("catalog_product"."grace_days" between 0 and 365);

ALTER TABLE "catalog_product" ADD CONSTRAINT "catalog_product_size" CHECK (octet_length("catalog_product"."specs"::text) + octet_length("catalog_product"."options"::text) <= 65536);

-- The VIP product, under the name that it has.
UPDATE "catalog_product" SET "name_key" = lower(normalize("name", NFKC));
