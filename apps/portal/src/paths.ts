/** Every page's path; links are made here only. */
export const paths = {
  lease: '/',
  history: '/history',
  devices: '/devices',
  profile: '/profile',
  register: '/register',
  reset: '/reset',
  verify: '/verify',
} as const
