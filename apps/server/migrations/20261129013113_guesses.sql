CREATE TABLE "platform_guess" (
	"limit" text NOT NULL,
	"source" text NOT NULL,
	"name" text NOT NULL,
	"failed" integer NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "platform_guess_limit_source_name_pk" PRIMARY KEY("limit","source","name")
);


CREATE INDEX "platform_guess_name" ON "platform_guess" USING btree ("limit","name");

CREATE INDEX "platform_guess_end" ON "platform_guess" USING btree ("ends_at");
