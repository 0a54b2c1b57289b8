import type { Text } from './faults.ts'

/** A name as it is stored and shown: NFKC, so that full-width and composed letters have one spelling. */
export const nameText = (name: string): string => name.normalize('NFKC').trim()

/** A name as it is compared: NFKC, lower case. Two names with the same key are the same name. */
export const nameKey = (name: string): string => nameText(name).toLowerCase().normalize('NFKC')

// Letters of any script; a mark only belongs to the letter before it.
const username = /^[\p{L}\p{Nd}_.-][\p{L}\p{M}\p{Nd}_.-]{1,31}$/u

// Letters that show nothing, like the Hangul fillers.
const invisible = /\p{Default_Ignorable_Code_Point}/u

// Scripts whose letters look alike: a name has letters of one of them, so that no Cyrillic `а` passes for a Latin one.
const alike = [
  /\p{Script=Latin}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Coptic}/u,
]
const isOneScript = (name: string): boolean => alike.filter((script) => script.test(name)).length <= 1

/**
 * Whether a new account or staff may be called so: 2 to 32 letters of any script (many Chinese names are two), digits,
 * `_`, `-` and `.`; nothing invisible, and no mix of scripts whose letters look alike.
 */
export const isUsername = (name: string): boolean =>
  [nameText(name), nameKey(name)].every((text) => username.test(text) && !invisible.test(text)) &&
  isOneScript(nameText(name))

/** The most characters that a display name has. */
export const displayNameMax = 64

/**
 * The most characters that the cursor of a list has. It holds, in base64url, the value that the list is sorted by: the
 * key of a name of 100 characters, of which NFKC may make 33 bytes each.
 */
export const cursorMax = 6_000

/** A display name as it is stored and shown: as it was typed, in composed letters. */
export const displayNameText = (name: string): string => name.normalize('NFC').trim()

const oneLine = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u
// The blank Braille pattern is a symbol that shows nothing.
const visible = /[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u

// They turn letters that follow around, so that a name reads as another one.
const turning = /[\u202a-\u202e\u2066-\u2069]/u

/** The rule of a display name, as an error text. */
export const displayNameRule: Text = {
  en: 'One line of up to 64 characters, not all invisible, and none that changes the direction of the text',
  zh: '须为一行，最多 64 个字符，不能全是不可见字符，也不能含改变文字方向的字符',
}

/** Whether somebody may be called so from now on: a name that can be shown, and reads as it is written. */
export const isDisplayName = (name: string): boolean => isShownName(name) && !turning.test(name)

/** Whether a name that is there already can be shown: one line of up to 64 characters, at least one of them visible. */
export function isShownName(name: string): boolean {
  const text = displayNameText(name)
  return [...text].length <= displayNameMax && oneLine.test(text) && visible.test(text)
}
