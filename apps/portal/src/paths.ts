/** Every page's path; links are made here only. */
export const paths = {
  lease: '/',
  history: '/history',
  devices: '/devices',
  profile: '/profile',
  register: '/register',
  reset: '/reset',
  verify: '/verify',
  /** Mails link here: the path is written in the server's notify module too. */
  undoEmail: '/undo-email',
} as const
