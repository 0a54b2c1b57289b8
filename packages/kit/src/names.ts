/** A name as it is stored and shown: NFKC, so that full-width and composed letters have one spelling. */
export const nameText = (name: string): string => name.normalize('NFKC').trim()

/** A name as it is compared: NFKC, lower case. Two names with the same key are the same name. */
export const nameKey = (name: string): string => nameText(name).toLowerCase().normalize('NFKC')

// Letters of any script; a mark only belongs to the letter before it.
const username = /^[\p{L}\p{Nd}_.-][\p{L}\p{M}\p{Nd}_.-]{1,31}$/u

/** Whether an account or staff may be called so: 2 to 32 letters of any script (many Chinese names are two), digits, `_`, `-` and `.`. */
export const isUsername = (name: string): boolean =>
  username.test(nameText(name)) && username.test(nameKey(name))
