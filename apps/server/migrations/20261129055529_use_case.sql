ALTER TABLE "platform_idempotency" ADD COLUMN "use_case" text;
