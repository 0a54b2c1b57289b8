ALTER TABLE "notify_mail" ADD COLUMN "about_id" uuid;

CREATE INDEX "notify_mail_about" ON "notify_mail" USING btree ("about_id") WHERE "notify_mail"."about_id" is not null;
