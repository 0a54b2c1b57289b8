import type { Language } from '@lessor/kit'

/** Who sent a request, as far as it can be known before anybody is authenticated. */
export interface Caller {
  readonly requestId: string
  readonly ip: string
  readonly userAgent: string
  readonly language: Language
  readonly secure: boolean
  /** How the caller names this server (`https://vip.example`): good for an answer to the same caller, and nobody else. */
  readonly origin: string
}
