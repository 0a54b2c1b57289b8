/** Every page's path; links are made here only. */
export const paths = {
  lease: '/',
  shop: '/shop',
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

/** Where a plan is bought; undefined as long as no page does it, and then nothing leads there. */
export const checkoutLink: ((plan: string) => string) | undefined = undefined
