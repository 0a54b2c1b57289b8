ALTER TABLE "mail_codes_code" ADD COLUMN "known" boolean DEFAULT false NOT NULL;

ALTER TABLE "mail_codes_code" ADD COLUMN "known_attempts" integer DEFAULT 0 NOT NULL;
