/** Every page's path; links are made here only. */
export const paths = {
  lease: '/',
  shop: '/shop',
  checkout: '/checkout',
  renew: '/renew',
  orders: '/orders',
  /** Gateways send buyers back to it: the path is written in the server's orders module too. */
  order: '/orders/:id',
  wallet: '/wallet',
  /** Gateways send buyers back to it, too. */
  topUp: '/wallet/top-ups/:id',
  history: '/history',
  invoices: '/invoices',
  devices: '/devices',
  profile: '/profile',
  register: '/register',
  reset: '/reset',
  verify: '/verify',
  /** Mails link here: the path is written in the server's notify module too. */
  undoEmail: '/undo-email',
} as const

export const orderPath = (id: string) => `${paths.orders}/${id}`
export const topUpPath = (id: string) => `/wallet/top-ups/${id}`
export const checkoutPath = (plan: string, lease?: string) =>
  `${paths.checkout}?${new URLSearchParams({ plan, ...(lease && { lease }) })}`
