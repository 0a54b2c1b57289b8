/** The address of a page: below where the server is reached, whether or not that was written with a slash at its end. */
export const linkTo = (base: string, path: `/${string}`): string => base.replace(/\/+$/, '') + path
