CREATE TABLE "plugins_file" (
	"origin" text NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"plugin" text,
	"version" text,
	"problem" jsonb,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "plugins_file_origin_name_pk" PRIMARY KEY("origin","name")
);


CREATE TABLE "plugins_kv" (
	"interface_id" uuid NOT NULL,
	"key" text NOT NULL,
	"value" jsonb NOT NULL,
	CONSTRAINT "plugins_kv_interface_id_key_pk" PRIMARY KEY("interface_id","key")
);


CREATE TABLE "plugins_interface" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plugin" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"config" jsonb NOT NULL,
	"sealed" "bytea",
	"secret_fields" text[] NOT NULL,
	"hosts" text[] NOT NULL,
	"enabled" boolean NOT NULL,
	"revision" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"checked_at" timestamp (3) with time zone,
	"check_ok" boolean,
	"check_reason" text,
	CONSTRAINT "plugins_interface_name_key_unique" UNIQUE("name_key"),
	CONSTRAINT "plugins_interface_kind" CHECK ("plugins_interface"."kind" in ('notifier', 'gateway', 'upstream', 'provider'))
);


CREATE TABLE "plugins_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plugin" text NOT NULL,
	"version" text NOT NULL,
	"kind" text NOT NULL,
	"manifest" jsonb NOT NULL,
	"source" text NOT NULL,
	"script" text NOT NULL,
	"exports" text[] NOT NULL,
	"hash" "bytea" NOT NULL,
	"origin" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"active" boolean NOT NULL,
	"active_since" timestamp (3) with time zone,
	CONSTRAINT "plugins_version_number" UNIQUE("plugin","version"),
	CONSTRAINT "plugins_version_origin" CHECK ("plugins_version"."origin" in ('shipped', 'folder', 'console')),
	CONSTRAINT "plugins_version_kind" CHECK ("plugins_version"."kind" in ('notifier', 'gateway', 'upstream', 'provider'))
);


ALTER TABLE "plugins_kv" ADD CONSTRAINT "plugins_kv_interface_id_plugins_interface_id_fk" FOREIGN KEY ("interface_id") REFERENCES "public"."plugins_interface"("id") ON DELETE cascade ON UPDATE no action;

CREATE UNIQUE INDEX "plugins_version_active" ON "plugins_version" USING btree ("plugin") WHERE "plugins_version"."active";
