/** The one product of kind `vip`, whose leases are VIP levels; the first migration makes it. */
export const vipProductId = '019a0000-0000-7000-8000-000000000001'
