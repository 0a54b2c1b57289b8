ALTER TABLE "codes_batch" ADD COLUMN "order_id" uuid;

ALTER TABLE "codes_batch" ADD CONSTRAINT "codes_batch_order_id_orders_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders_order"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "codes_batch" ADD CONSTRAINT "codes_batch_order" UNIQUE("order_id");
