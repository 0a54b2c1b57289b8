export const profilePath = '/profile'
