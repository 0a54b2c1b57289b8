/** What is said on the channel. */
export interface Message {
  readonly from: string
  readonly topic: string
  readonly body: string
}

/** Reads a notification; undefined for whatever isn't a message, which any role of the database can send. */
export function messageOf(payload: string): Message | undefined {
  let read: unknown
  try {
    read = JSON.parse(payload)
  } catch {
    return undefined
  }
  const { from, topic, body } = (read ?? {}) as Record<string, unknown>
  const isMessage = [from, topic, body].every((part) => typeof part === 'string')
  return isMessage ? (read as Message) : undefined
}
