ALTER TABLE "notices_notice" ADD COLUMN "once" text;

ALTER TABLE "notices_notice" ADD CONSTRAINT "notices_notice_once" UNIQUE("kind","once");
