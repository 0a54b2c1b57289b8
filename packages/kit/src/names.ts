/** A name as it is stored and shown: NFKC, so that full-width and composed letters have one spelling. */
export const nameText = (name: string): string => name.normalize('NFKC').trim()

/** A name as it is compared: NFKC, lower case. Two names with the same key are the same name. */
export const nameKey = (name: string): string => nameText(name).toLowerCase().normalize('NFKC')

// Letters of any script; a mark only belongs to the letter before it. Some letters (Hangul fillers) have no shape.
const username = /^[\p{L}\p{Nd}_.-][\p{L}\p{M}\p{Nd}_.-]{1,31}$/u
const shapeless = /\p{Default_Ignorable_Code_Point}/u

/** Whether an account or staff may be called so: 2 to 32 letters of any script (many Chinese names are two), digits, `_`, `-` and `.`. */
export const isUsername = (name: string): boolean =>
  username.test(nameText(name)) && username.test(nameKey(name)) && !shapeless.test(nameText(name))

/** The most characters that a display name has. */
export const displayNameMax = 64

/** A display name as it is stored and shown: as it was typed, in composed letters. */
export const displayNameText = (name: string): string => name.normalize('NFC').trim()

const oneLine = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u
// The blank Braille pattern is a symbol that shows nothing.
const visible = /[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u

/** Whether somebody may be shown under this name: one line of up to 64 characters, at least one of them visible. */
export function isDisplayName(name: string): boolean {
  const text = displayNameText(name)
  return [...text].length <= displayNameMax && oneLine.test(text) && visible.test(text)
}
