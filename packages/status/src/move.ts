import { isShownName, isStorableTime, refusal } from '@lessor/kit'
import { z } from 'zod'

const instant = z.iso.datetime().refine((text) => isStorableTime(Date.parse(text)))
const text = z.string().max(100_000)

/** A user on the way from one edition to another: with all records, and the hash that keeps the link working. */
const movedUser = z.strictObject({
  id: z.uuid(),
  // Who was given a name under older rules keeps it.
  username: z.string().min(1).max(100).refine(isShownName),
  note: text,
  expires_at: instant.nullable(),
  /** Null where the user has no link. */
  token_hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  created_at: instant,
  /** The oldest first. */
  records: z.array(
    z.strictObject({
      id: z.uuid(),
      change_days: z.int(),
      reason: text,
      internal_note: text,
      expire_before: instant.nullable(),
      expire_after: instant.nullable(),
      operator: text.nullable(),
      created_at: instant,
    }),
  ),
})
export type MovedUser = z.output<typeof movedUser>

const head = { format: 'lessor-status', version: 1 }

/** The file that both editions write and read: a head, then a user a line, as JSON. */
export async function* linesOf(users: AsyncIterable<MovedUser>): AsyncGenerator<string> {
  yield `${JSON.stringify(head)}\n`
  for await (const user of users) yield `${JSON.stringify(user)}\n`
}

const notAnExport = refusal('not_an_export', 'invalid', {
  en: 'Line {line} is not what an export of the Status family has there.',
  zh: '第 {line} 行不是有效的导出内容。',
})

/** Reads such a file; refuses, with the number of the line, at the first that is not right. */
export async function* usersIn(lines: AsyncIterable<string>): AsyncGenerator<MovedUser> {
  let number = 0
  for await (const line of lines) {
    number++
    if (number > 1 && line.trim() !== '') yield userAt(line, number)
    else if (number === 1 && line.trim() !== JSON.stringify(head)) throw notAnExport({ params: { line: 1 } })
  }
  if (number === 0) throw notAnExport({ params: { line: 1 } })
}

function userAt(line: string, number: number): MovedUser {
  const user = movedUser.safeParse(jsonOf(line))
  if (!user.success) throw notAnExport({ params: { line: number } })
  return user.data
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    // No user is undefined: the caller refuses it with the line's number.
    return undefined
  }
}
