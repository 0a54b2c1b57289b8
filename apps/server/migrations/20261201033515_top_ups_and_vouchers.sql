ALTER TABLE "codes_batch" ALTER COLUMN "level" DROP NOT NULL;

ALTER TABLE "codes_batch" ALTER COLUMN "days" DROP NOT NULL;

ALTER TABLE "codes_batch" ADD COLUMN "worth" text DEFAULT 'time' NOT NULL;

ALTER TABLE "codes_batch" ADD COLUMN "value" numeric(12, 2);

ALTER TABLE "payments_payment" ADD COLUMN "language" text;

ALTER TABLE "codes_batch" ADD CONSTRAINT "codes_batch_worth" CHECK (case "codes_batch"."worth" when 'time' then "codes_batch"."level" is not null and "codes_batch"."days" is not null and "codes_batch"."value" is null
      when 'money' then "codes_batch"."level" is null and "codes_batch"."days" is null and "codes_batch"."value" is not null and "codes_batch"."value" > 0 else false end);
