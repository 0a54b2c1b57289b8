/** With the sign before the currency. */
export const yuan = (amount: string) => (amount.startsWith('-') ? `−¥ ${amount.slice(1)}` : `¥ ${amount}`)
