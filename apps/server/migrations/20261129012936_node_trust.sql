ALTER TABLE "platform_instance" ADD COLUMN "trust_ms" integer DEFAULT 3000 NOT NULL;

ALTER TABLE "platform_instance" ADD COLUMN "taking_since" timestamp (3) with time zone;
