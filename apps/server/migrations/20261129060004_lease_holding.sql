ALTER TABLE "leases_lease" ADD CONSTRAINT "leases_lease_holding" UNIQUE USING INDEX "leases_lease_holding_new";
