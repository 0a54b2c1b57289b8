export const alertsPath = '/alerts'
export const rulesPath = '/alerts/rules'

/** A page of the console as the server names it, as the router does. */
export const consoleLink = (path: string): string => path.replace(/^\/admin(?=\/)/, '')
