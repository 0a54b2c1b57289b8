-- unused since 0.1.0: no program has inserted or renamed a product yet.
-- A name is one of its group now, where two regions may each have a "Basic".
ALTER TABLE "catalog_product" DROP CONSTRAINT "catalog_product_name_unique";
