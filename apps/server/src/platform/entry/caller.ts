import type { Language } from '@lessor/kit'

/** Who sent a request, as far as it can be known before anybody is authenticated. */
export interface Caller {
  readonly requestId: string
  readonly ip: string
  readonly userAgent: string
  readonly language: Language
  readonly secure: boolean
  /** How the caller names this server (`https://vip.example`): for answers to the same caller only. */
  readonly origin: string
}
