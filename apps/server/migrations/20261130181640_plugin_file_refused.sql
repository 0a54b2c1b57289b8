ALTER TABLE "plugins_file" ADD COLUMN "refused" "bytea";
