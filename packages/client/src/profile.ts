import type { Fields } from './fields.ts'

/** The account as the server tells it, for display: only a session's own level is signed. */
export interface Profile {
  readonly id: string
  readonly username: string
  readonly email: string | undefined
  readonly vipLevel: number
  readonly expiresAt: Date | null
  /** Which level is held when: end to end, highest first. */
  readonly timeline: readonly Span[]
}

export interface Span {
  readonly level: number
  readonly startsAt: Date
  readonly endsAt: Date
}

export const profileOf = (data: Fields): Profile => ({
  id: data.text('id'),
  username: data.text('username'),
  email: data.optionalText('email'),
  vipLevel: data.number('vip_level'),
  expiresAt: data.optionalTime('vip_expires_at'),
  timeline: data.list('timeline').map((span) => ({
    level: span.number('level'),
    startsAt: span.time('starts_at'),
    endsAt: span.time('ends_at'),
  })),
})
