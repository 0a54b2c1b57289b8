import { newNonce } from './base64url.ts'
import type { Clock } from './clock.ts'
import { untrusted } from './errors.ts'
import type { Json } from './fields.ts'
import type { Life } from './life.ts'
import { verifySigned, type Claims, type KeySet } from './signed.ts'
import type { Link } from './wire.ts'

/** An answer whose signature, nonce and holder are right. */
export interface Proof {
  readonly signed: string
  readonly claims: Claims
}

export interface ProofOptions {
  readonly link: Link
  readonly life: Life
  readonly keys: KeySet
  readonly hardwareCode: string
  readonly sessionId: string
  readonly sessionToken: string
  readonly status: (() => Json) | undefined
  readonly clock: Clock
}

/**
 * Asks the server with a heartbeat for a new proof; answers it and the interval until the next one in ms.
 * Throws LessorError; `untrusted` when what answers can't prove to be the server.
 */
export async function askForProof(options: ProofOptions): Promise<Proof & { readonly intervalMs: number }> {
  const { link, life, keys, hardwareCode, sessionId, sessionToken, status, clock } = options
  const nonce = newNonce()
  const body = { session_token: sessionToken, nonce, ...(status && { status: status() }) }
  const data = await life.ask({ method: 'POST', path: '/api/heartbeat', body })
  const [signed, intervalMs] = [data.text('signed'), data.number('heartbeat_interval') * 1000]
  const verdict = await verifySigned(signed, { keys, hardwareCode, nowMs: clock.now(), nonce, sessionId })
  // It may have ended meanwhile, and then nothing that was under way counts.
  life.demand()
  if (!verdict.ok) throw untrusted(link.language, verdict.doubt)
  life.token = data.optionalText('token') ?? life.token
  return { signed, claims: verdict.claims, intervalMs }
}
