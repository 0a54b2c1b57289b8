// What people type is letters, never a pattern.
const plain = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** A pattern of SQL's `like` for what begins with a text. */
export const beginning = (text: string) => `${plain(text)}%`

/** A pattern of SQL's `like` for what has a text anywhere in it. */
export const containing = (text: string) => `%${plain(text)}%`
