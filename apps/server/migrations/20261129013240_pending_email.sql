CREATE TABLE "mail_codes_address_undo" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"token_hash" "bytea",
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "mail_codes_address_undo_token_hash_unique" UNIQUE("token_hash")
);


ALTER TABLE "accounts_account" ADD COLUMN "pending_email" text;

ALTER TABLE "accounts_account" ADD COLUMN "pending_email_key" text;

ALTER TABLE "mail_codes_address_undo" ADD CONSTRAINT "mail_codes_address_undo_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts_account"("id") ON DELETE no action ON UPDATE no action;

CREATE INDEX "mail_codes_address_undo_account" ON "mail_codes_address_undo" USING btree ("account_id","id");

CREATE INDEX "mail_codes_address_undo_age" ON "mail_codes_address_undo" USING btree ("expires_at");

CREATE INDEX "accounts_account_pending_email" ON "accounts_account" USING btree ("pending_email_key") WHERE "accounts_account"."pending_email_key" is not null;

ALTER TABLE "accounts_account" ADD CONSTRAINT "accounts_account_pending_email_key" CHECK (("accounts_account"."pending_email" is null) = ("accounts_account"."pending_email_key" is null));
