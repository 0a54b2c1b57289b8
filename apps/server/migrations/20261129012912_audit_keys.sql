CREATE TABLE "audit_key" (
	"id" integer PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL
);


ALTER TABLE "audit_entry" ADD COLUMN "key_id" integer;

ALTER TABLE "audit_head" ADD COLUMN "key_id" integer;

ALTER TABLE "audit_head" ADD COLUMN "seal" "bytea";

ALTER TABLE "audit_head" ADD COLUMN "moved_at" bigint;
