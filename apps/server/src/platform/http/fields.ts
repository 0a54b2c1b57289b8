import { z } from '@hono/zod-openapi'
import {
  cursorMax,
  displayNameRule,
  displayNameText,
  isDisplayName,
  isStorableTime,
  isUsername,
  nameText,
  type Text,
} from '@lessor/kit'
import { Buffer } from 'node:buffer'
import { isCommonPassword } from '../common-passwords.ts'
import { furthestRow } from '../paging.ts'
import { maxPasswordBytes, minPasswordLength, passwordText } from '../passwords.ts'

// Kinds of fields that requests share. Control characters (NUL among them, which PostgreSQL can't store) are refused.
const oneLine = /^[^\p{Cc}\p{Cs}]*$/u
const manyLines = /^[^\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u

/** The text of a rule that zod doesn't know, for `refine`. */
export const message = (text: Text) => ({ params: { text } })

/** A rule for `refine` about the form of a text, which says what is asked for rather than that something is wrong. */
export const shaped = (pattern: RegExp, text: Text) =>
  [(given: string) => pattern.test(given), message(text)] as const

/** A line of text a person typed: trimmed, at least one character. */
export const line = (max: number) => z.string().trim().min(1).max(max).regex(oneLine)
/** A line that may be left empty. */
export const optionalLine = (max: number) => z.string().trim().max(max).regex(oneLine)
/** Text that may have line breaks. */
export const note = (max: number) => z.string().trim().max(max).regex(manyLines)
/** Any secret or opaque value a client sends back: only bounded. */
export const opaque = (max: number) => z.string().min(1).max(max).regex(oneLine)
export const id = z.uuid()
export const instantText = z.iso
  .datetime({ offset: true })
  .refine(
    (text) => isStorableTime(Date.parse(text)),
    message({ en: 'From the year 1 to 9999', zh: '须在公元 1 年到 9999 年之间' }),
  )

/** The name of a new account or staff, as it will be stored. */
export const username = z
  .string()
  .max(100)
  .overwrite(nameText)
  .refine(
    isUsername,
    message({
      en: '2 to 32 letters, digits, _, - or .; no invisible ones, and no mix of Latin, Cyrillic or Greek letters',
      zh: '须为 2 到 32 个字符：文字、数字、_、- 或 .；不含不可见字符，且不能混用拉丁、西里尔或希腊字母',
    }),
  )

/** What an account is called. */
export const displayName = z
  .string()
  .max(300)
  .overwrite(displayNameText)
  .refine(isDisplayName, message(displayNameRule))

/** A password that is chosen now; one that is only compared is `opaque`. */
export const newPassword = z
  .string()
  .max(1_000, { abort: true })
  .overwrite(passwordText)
  .min(minPasswordLength)
  .max(maxPasswordBytes, { abort: true })
  .refine((password) => Buffer.byteLength(password) <= maxPasswordBytes, {
    ...message({ en: 'At most 72 bytes in UTF-8', zh: '按 UTF-8 计不能超过 72 字节' }),
    abort: true,
  })
  .refine(
    (password) => !isCommonPassword(password),
    message({
      en: 'This is one of the most common passwords. Choose another one',
      zh: '这个密码太常见，请换一个',
    }),
  )

/** 254: the longest address that a mail server takes (RFC 5321, 4.5.3.1.3). */
export const email = z.string().trim().max(254).pipe(z.email())
/** An amount of money, as `parseAmount` reads it. */
export const amount = z.string().refine(
  ...shaped(/^(0|[1-9]\d{0,9})(\.\d{1,2})?$/, {
    en: 'An amount, e.g. 29.90; at most two decimals',
    zh: '须为金额，如 29.90，最多两位小数',
  }),
)
export const level = z.int().min(1).max(100)

/** The page of a list: `cursor` from the last answer's `next_cursor`. */
export const page = {
  cursor: z.string().max(cursorMax).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}

/** The page of a list that can be sorted: by a name of `sorts`, `-` in front for the greatest first. */
export const pageSorted = (sorts: readonly string[]) => ({ ...page, sort: z.enum(sorts).optional() })

/** The page of a list by its number, instead of a cursor. */
export const pageNumbered = {
  page: z.coerce.number().int().min(1).max(furthestRow).optional(),
  page_size: z.coerce.number().int().min(1).max(200).optional(),
}

/** From a time, and before another. */
export const range = { from: instantText.optional(), to: instantText.optional() }

export const rangeOf = ({ from, to }: { from?: string | undefined; to?: string | undefined }) => ({
  from: from ? new Date(from) : undefined,
  to: to ? new Date(to) : undefined,
})

/** A list's answer. */
export const items = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next_cursor: z.string().nullable() })

/** The answer of what is removed, or retired where something refers to it. */
export const removedShape = z.object({
  removed: z.boolean().openapi({ description: 'False: it is in use, and was only made inactive' }),
})
