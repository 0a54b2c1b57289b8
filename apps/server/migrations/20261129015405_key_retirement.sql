CREATE TABLE "platform_replaced_token_key" (
	"fingerprint" "bytea" PRIMARY KEY NOT NULL,
	"replaced_at" timestamp (3) with time zone NOT NULL
);


ALTER TABLE "platform_key" ADD COLUMN "retired_at" timestamp (3) with time zone;

ALTER TABLE "platform_key" ADD COLUMN "hash_key" "bytea";
