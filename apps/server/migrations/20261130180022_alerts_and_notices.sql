CREATE TABLE "alerts_alert" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"severity" text NOT NULL,
	"title" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"path" text,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"resolved_by" text,
	CONSTRAINT "alerts_alert_severity" CHECK ("alerts_alert"."severity" in ('info', 'warning', 'critical')),
	CONSTRAINT "alerts_alert_resolved" CHECK (("alerts_alert"."resolved_at" is null) = ("alerts_alert"."resolved_by" is null))
);


CREATE TABLE "alerts_rule" (
	"metric" text PRIMARY KEY NOT NULL,
	"comparison" text NOT NULL,
	"threshold" double precision NOT NULL,
	"for_s" integer NOT NULL,
	"severity" text NOT NULL,
	"enabled" boolean NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "alerts_rule_comparison" CHECK ("alerts_rule"."comparison" in ('above', 'below')),
	CONSTRAINT "alerts_rule_for" CHECK ("alerts_rule"."for_s" between 0 and 86400),
	CONSTRAINT "alerts_rule_severity" CHECK ("alerts_rule"."severity" in ('info', 'warning', 'critical'))
);


CREATE TABLE "alerts_watch" (
	"metric" text NOT NULL,
	"of" text NOT NULL,
	"breached" boolean NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "alerts_watch_metric_of_pk" PRIMARY KEY("metric","of")
);


CREATE TABLE "notices_delivery" (
	"id" uuid PRIMARY KEY NOT NULL,
	"notice_id" uuid NOT NULL,
	"interface_id" uuid NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"next_try_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "notices_delivery_state" CHECK ("notices_delivery"."state" in ('waiting', 'sent', 'failed'))
);


CREATE TABLE "notices_notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"severity" text NOT NULL,
	"title" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"path" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notices_notice_severity" CHECK ("notices_notice"."severity" in ('info', 'warning', 'critical'))
);


CREATE TABLE "notices_route" (
	"kind" text NOT NULL,
	"interface_id" uuid NOT NULL,
	CONSTRAINT "notices_route_kind_interface_id_pk" PRIMARY KEY("kind","interface_id")
);


ALTER TABLE "notices_delivery" ADD CONSTRAINT "notices_delivery_notice_id_notices_notice_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices_notice"("id") ON DELETE cascade ON UPDATE no action;

ALTER TABLE "notices_route" ADD CONSTRAINT "notices_route_interface_id_plugins_interface_id_fk" FOREIGN KEY ("interface_id") REFERENCES "public"."plugins_interface"("id") ON DELETE cascade ON UPDATE no action;

CREATE UNIQUE INDEX "alerts_alert_open" ON "alerts_alert" USING btree ("key") WHERE "alerts_alert"."resolved_at" is null;

CREATE INDEX "alerts_alert_raised" ON "alerts_alert" USING btree ("raised_at","id");

CREATE INDEX "notices_delivery_created" ON "notices_delivery" USING btree ("created_at","id");

CREATE INDEX "notices_delivery_notice" ON "notices_delivery" USING btree ("notice_id");

CREATE INDEX "notices_delivery_due" ON "notices_delivery" USING btree ("next_try_at") WHERE "notices_delivery"."state" = 'waiting';

CREATE INDEX "notices_notice_at" ON "notices_notice" USING btree ("at","id");
