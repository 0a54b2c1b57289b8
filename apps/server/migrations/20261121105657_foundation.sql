CREATE TABLE "platform_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"payload" jsonb NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform_idempotency" (
	"actor" text NOT NULL,
	"key" text NOT NULL,
	"request" "bytea" NOT NULL,
	"answer" "bytea",
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "platform_idempotency_actor_key_pk" PRIMARY KEY("actor","key")
);
--> statement-breakpoint
CREATE TABLE "platform_instance" (
	"id" uuid PRIMARY KEY NOT NULL,
	"host" text NOT NULL,
	"pid" integer NOT NULL,
	"version" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform_key" (
	"id" integer PRIMARY KEY NOT NULL,
	"fingerprint" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts_account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"username_key" text NOT NULL,
	"password_hash" text,
	"email" text,
	"email_key" text,
	"email_verified_at" timestamp (3) with time zone,
	"display_name" text,
	"note" text DEFAULT '' NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_login_at" timestamp (3) with time zone,
	"last_login_hardware" text,
	"last_login_version" text,
	"last_login_ip" text,
	CONSTRAINT "accounts_account_username_key_unique" UNIQUE("username_key"),
	CONSTRAINT "accounts_account_email_key" CHECK (("accounts_account"."email" is null) = ("accounts_account"."email_key" is null))
);
--> statement-breakpoint
CREATE TABLE "accounts_mail_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"email_key" text NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "accounts_mail_code_purpose" CHECK ("accounts_mail_code"."purpose" in ('verify_email', 'reset_password'))
);
--> statement-breakpoint
CREATE TABLE "accounts_registration" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"account_id" uuid,
	"username" text NOT NULL,
	"username_key" text NOT NULL,
	"result" text NOT NULL,
	"ip" text NOT NULL,
	"user_agent" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"ip" text NOT NULL,
	"user_agent" text NOT NULL,
	"request_id" text NOT NULL,
	"previous" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"only" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_head_only" CHECK ("audit_head"."only" = 1)
);
--> statement-breakpoint
CREATE TABLE "catalog_product" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"devices" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "catalog_product_name_unique" UNIQUE("name"),
	CONSTRAINT "catalog_product_devices" CHECK ("catalog_product"."devices" between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "catalog_software" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"required_vip_level" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "catalog_software_name_key_unique" UNIQUE("name_key"),
	CONSTRAINT "catalog_software_level" CHECK ("catalog_software"."required_vip_level" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "codes_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"batch_id" uuid NOT NULL,
	"hash" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"tail" text NOT NULL,
	"used_by" uuid,
	"used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "codes_code_hash_unique" UNIQUE("hash"),
	CONSTRAINT "codes_code_used" CHECK (("codes_code"."used_at" is null) = ("codes_code"."used_by" is null)),
	CONSTRAINT "codes_code_end" CHECK ("codes_code"."used_at" is null or "codes_code"."revoked_at" is null)
);
--> statement-breakpoint
CREATE TABLE "codes_batch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"level" integer NOT NULL,
	"days" integer NOT NULL,
	"amount" numeric(12, 2) NOT NULL,
	"count" integer NOT NULL,
	"prefix" text NOT NULL,
	"note" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "codes_batch_days" CHECK ("codes_batch"."days" between 1 and 3650),
	CONSTRAINT "codes_batch_level" CHECK ("codes_batch"."level" between 1 and 100),
	CONSTRAINT "codes_batch_amount" CHECK ("codes_batch"."amount" >= 0),
	CONSTRAINT "codes_batch_count" CHECK ("codes_batch"."count" between 1 and 100000)
);
--> statement-breakpoint
CREATE TABLE "leases_lease" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"timeline" jsonb NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"next_change_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "leases_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"lease_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"source" text NOT NULL,
	"source_id" uuid,
	"level" integer NOT NULL,
	"change_days" integer NOT NULL,
	"change_ms" bigint NOT NULL,
	"amount" numeric(12, 2) DEFAULT '0.00' NOT NULL,
	"level_before" integer NOT NULL,
	"level_after" integer NOT NULL,
	"expire_before" timestamp (3) with time zone,
	"expire_after" timestamp (3) with time zone,
	"reason" text DEFAULT '' NOT NULL,
	"internal_note" text DEFAULT '' NOT NULL,
	"operator_id" text,
	"operator_name" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "leases_entry_source_kind" CHECK ("leases_entry"."source" in ('code', 'grant', 'order')),
	CONSTRAINT "leases_entry_change" CHECK ("leases_entry"."change_days" <> 0)
);
--> statement-breakpoint
CREATE TABLE "notify_mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"template" text NOT NULL,
	"language" text NOT NULL,
	"fields" "bytea",
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"next_try_at" timestamp (3) with time zone NOT NULL,
	"send_before" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "notify_mail_state" CHECK ("notify_mail"."state" in ('waiting', 'sent', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "sessions_login" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"account_id" uuid,
	"username" text NOT NULL,
	"hardware_code" text NOT NULL,
	"software_version" text NOT NULL,
	"ip" text NOT NULL,
	"user_agent" text NOT NULL,
	"result" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions_session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"slot" integer,
	"token_hash" "bytea" NOT NULL,
	"hardware_code" text NOT NULL,
	"software_version" text NOT NULL,
	"ip" text NOT NULL,
	"user_agent" text NOT NULL,
	"heartbeat_interval_s" integer,
	"status" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_activity_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"end_reason" text,
	CONSTRAINT "sessions_session_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "sessions_session_slot_range" CHECK ("sessions_session"."slot" between 1 and 100),
	CONSTRAINT "sessions_session_ended" CHECK (("sessions_session"."ended_at" is null) = ("sessions_session"."end_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "staff_member" (
	"id" uuid PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"username_key" text NOT NULL,
	"password_hash" text NOT NULL,
	"role" text NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"totp_secret" "bytea",
	"totp_enabled_at" timestamp (3) with time zone,
	"totp_last_step" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_login_at" timestamp (3) with time zone,
	CONSTRAINT "staff_member_username_key_unique" UNIQUE("username_key"),
	CONSTRAINT "staff_member_role" CHECK ("staff_member"."role" in ('owner', 'admin', 'finance', 'support', 'auditor'))
);
--> statement-breakpoint
CREATE TABLE "staff_recovery_code" (
	"staff_id" uuid NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "staff_recovery_code_staff_id_code_hash_pk" PRIMARY KEY("staff_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "staff_session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ip" text NOT NULL,
	"user_agent" text NOT NULL,
	CONSTRAINT "staff_session_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "status_link" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "status_link_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "accounts_mail_code" ADD CONSTRAINT "accounts_mail_code_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts_registration" ADD CONSTRAINT "accounts_registration_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codes_code" ADD CONSTRAINT "codes_code_batch_id_codes_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."codes_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codes_code" ADD CONSTRAINT "codes_code_used_by_accounts_account_id_fk" FOREIGN KEY ("used_by") REFERENCES "public"."accounts_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codes_batch" ADD CONSTRAINT "codes_batch_product_id_catalog_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."catalog_product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leases_lease" ADD CONSTRAINT "leases_lease_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leases_lease" ADD CONSTRAINT "leases_lease_product_id_catalog_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."catalog_product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leases_entry" ADD CONSTRAINT "leases_entry_lease_id_leases_lease_id_fk" FOREIGN KEY ("lease_id") REFERENCES "public"."leases_lease"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions_session" ADD CONSTRAINT "sessions_session_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_recovery_code" ADD CONSTRAINT "staff_recovery_code_staff_id_staff_member_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_staff_id_staff_member_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_link" ADD CONSTRAINT "status_link_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "platform_event_age" ON "platform_event" USING btree ("occurred_at");--> statement-breakpoint
CREATE INDEX "platform_idempotency_age" ON "platform_idempotency" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_account_email" ON "accounts_account" USING btree ("email_key") WHERE "accounts_account"."email_verified_at" is not null;--> statement-breakpoint
CREATE INDEX "accounts_account_email_any" ON "accounts_account" USING btree ("email_key" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "accounts_account_username" ON "accounts_account" USING btree ("username_key" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "accounts_account_created" ON "accounts_account" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "accounts_account_disabled" ON "accounts_account" USING btree ("created_at","id") WHERE "accounts_account"."disabled_at" is not null;--> statement-breakpoint
CREATE INDEX "accounts_mail_code_account" ON "accounts_mail_code" USING btree ("account_id","purpose","created_at");--> statement-breakpoint
CREATE INDEX "accounts_mail_code_email" ON "accounts_mail_code" USING btree ("email_key","created_at");--> statement-breakpoint
CREATE INDEX "accounts_mail_code_age" ON "accounts_mail_code" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "accounts_registration_at" ON "accounts_registration" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "accounts_registration_username" ON "accounts_registration" USING btree ("username_key","at");--> statement-breakpoint
CREATE INDEX "accounts_registration_ip" ON "accounts_registration" USING btree ("ip","at");--> statement-breakpoint
CREATE INDEX "audit_entry_at" ON "audit_entry" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_entry_subject" ON "audit_entry" USING btree ("subject_kind","subject_id","seq");--> statement-breakpoint
CREATE INDEX "audit_entry_actor" ON "audit_entry" USING btree ("actor_id","seq");--> statement-breakpoint
CREATE INDEX "codes_code_batch" ON "codes_code" USING btree ("batch_id","id");--> statement-breakpoint
CREATE INDEX "codes_code_used" ON "codes_code" USING btree ("batch_id","id") WHERE "codes_code"."used_at" is not null;--> statement-breakpoint
CREATE INDEX "codes_code_revoked" ON "codes_code" USING btree ("batch_id","id") WHERE "codes_code"."revoked_at" is not null;--> statement-breakpoint
CREATE INDEX "codes_code_used_by" ON "codes_code" USING btree ("used_by") WHERE "codes_code"."used_by" is not null;--> statement-breakpoint
CREATE INDEX "codes_code_tail" ON "codes_code" USING btree ("tail");--> statement-breakpoint
CREATE INDEX "codes_batch_created" ON "codes_batch" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "leases_lease_holder" ON "leases_lease" USING btree ("account_id","product_id");--> statement-breakpoint
CREATE INDEX "leases_lease_next_change" ON "leases_lease" USING btree ("next_change_at");--> statement-breakpoint
CREATE INDEX "leases_lease_expires" ON "leases_lease" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "leases_entry_source" ON "leases_entry" USING btree ("source","source_id");--> statement-breakpoint
CREATE INDEX "leases_entry_account" ON "leases_entry" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "leases_entry_created" ON "leases_entry" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "notify_mail_created" ON "notify_mail" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "notify_mail_recipient" ON "notify_mail" USING btree ("recipient","created_at");--> statement-breakpoint
CREATE INDEX "notify_mail_due" ON "notify_mail" USING btree ("next_try_at") WHERE "notify_mail"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "sessions_login_at" ON "sessions_login" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "sessions_login_account" ON "sessions_login" USING btree ("account_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_session_slot" ON "sessions_session" USING btree ("account_id","slot") WHERE "sessions_session"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "sessions_session_due" ON "sessions_session" USING btree ("due_at") WHERE "sessions_session"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "sessions_session_account" ON "sessions_session" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "staff_session_staff" ON "staff_session" USING btree ("staff_id");