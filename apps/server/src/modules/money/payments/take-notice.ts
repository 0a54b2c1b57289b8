import { newId } from '@lessor/kit'
import { Buffer } from 'node:buffer'
import type { Command } from '../../../platform/command.ts'
import { callInterface } from '../../core/plugins/index.ts'
import { alarm } from './alarm.ts'
import { count } from './ask-payment.ts'
import { answerOf, whyNot } from './answer-of.ts'
import type { Received } from './events.ts'
import { gatewayById } from './gateways.ts'
import { isFacts, mismatchOf, type Facts, type Verdict } from './model.ts'
import { reverseByNotice } from './reverse-payment.ts'
import { insertNotice, judgeNotice, noticeSealed, paymentByReference, type Payment } from './queries.ts'

/** A request of a gateway, as its plugin reads it. */
export interface NoticeRequest {
  readonly method: string
  /** As it stands in the address. */
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface Judged {
  readonly verdict: Verdict
  readonly reply: { readonly status: number; readonly body: string }
  /** Money that this very notice brought in. */
  readonly received?: Received
  /** The payment that its gateway must be asked for before the notice is believed. */
  readonly askFor?: string
}

/** Keeps what a gateway sent, as it came, before anything is made of it; then judges it. */
export async function takeNotice(cmd: Command, interfaceId: string, request: NoticeRequest): Promise<Judged> {
  const gateway = await gatewayById(cmd.services.db, interfaceId)
  const id = newId()
  const raw = Buffer.from(JSON.stringify(request))
  const sealed = cmd.services.secrets.seal(noticeSealed.purpose, raw, id)
  await insertNotice.run(cmd.services.db, { id, at: cmd.now, interfaceId, sealed, ip: cmd.ip })
  return judge(cmd, { id, gateway, request })
}

interface Kept {
  readonly id: string
  readonly gateway: { readonly id: string; readonly name: string }
  readonly request: NoticeRequest
}

/** What a kept notice says, and what it does; the same notice again does nothing more. */
export async function judge(cmd: Command, { id, gateway, request }: Kept): Promise<Judged> {
  const verdictOf = async (verdict: Verdict, reason = '', payment?: Payment) => {
    await judgeNotice.run(cmd.services.db, {
      id,
      verdict,
      reason: reason.slice(0, 500),
      paymentId: payment?.id ?? null,
    })
    if (verdict === 'forged') await alarm(cmd, { id: gateway.id, gateway: gateway.name }, reason)
    if (verdict === 'mismatch' || verdict === 'unknown')
      await alarm(cmd, { id: payment?.id ?? gateway.id, gateway: gateway.name }, reason)
    return verdict
  }
  const refused = { status: 400, body: 'fail' }
  const call = () => callInterface(cmd, { interfaceId: gateway.id, method: 'notice', input: request })
  const outcome = await (cmd.outside ? cmd.outside(call) : call())
  const said = asVerdict(answerOf(outcome))
  if (!said)
    return { verdict: await verdictOf('error', whyNot(outcome)), reply: { status: 503, body: 'fail' } }
  const named = (reference: string) =>
    paymentByReference.first(cmd.services.db, { interfaceId: gateway.id, reference })
  if (!said.facts) {
    // The gateway did send it, but to another payee, or not as the payment was begun.
    const payment = said.mismatch ? await named(said.mismatch.reference) : undefined
    const verdict = await verdictOf(said.mismatch ? 'mismatch' : 'forged', said.reason, payment)
    return { verdict, reply: { ...said.reply, status: 400 } }
  }
  const { facts, reply } = said
  const payment = await named(facts.reference)
  if (!payment)
    return {
      verdict: await verdictOf('unknown', `No payment has the reference ${facts.reference}.`),
      reply: refused,
    }
  if (facts.status === 'reversed' && payment.paidAt && !said.mustAsk) {
    const isFirst = await reverseByNotice(cmd, payment.id)
    return { verdict: await verdictOf(isFirst ? 'accepted' : 'repeated', 'reversed', payment), reply }
  }
  if (facts.status !== 'paid') return { verdict: await verdictOf('accepted', facts.status, payment), reply }
  const wrong = mismatchOf(payment, facts) ?? otherTransaction(payment, facts)
  if (wrong) return { verdict: await verdictOf('mismatch', wrong, payment), reply: refused }
  if (payment.paidAt) return { verdict: await verdictOf('repeated', '', payment), reply }
  if (said.mustAsk) return { verdict: await verdictOf('asking', '', payment), reply, askFor: payment.id }
  const received = await count(cmd, payment, facts)
  const verdict = await verdictOf(received ? 'accepted' : 'repeated', '', payment)
  return { verdict, reply, ...(received && { received }) }
}

const otherTransaction = ({ paidAt, gatewayTx }: Payment, { transaction }: Facts) =>
  paidAt && gatewayTx !== transaction
    ? `It was paid by ${gatewayTx}, and now by ${transaction}, too.`
    : undefined

interface Said {
  readonly facts?: Facts
  readonly reason: string
  readonly mismatch?: { readonly reference: string }
  readonly mustAsk: boolean
  readonly reply: { readonly status: number; readonly body: string }
}

/** The answer of a plugin, if it has the form of one. */
function asVerdict(value: unknown): Said | undefined {
  const { isGenuine, facts, reason, mismatch, reference, mustAsk, reply } = (value ?? {}) as Record<
    string,
    unknown
  >
  const { status, body } = (reply ?? {}) as Record<string, unknown>
  if (typeof body !== 'string' || body.length > 10_000 || !Number.isInteger(status)) return undefined
  const said = { reason: typeof reason === 'string' ? reason : '', mustAsk: mustAsk === true }
  const answer = { status: Math.min(599, Math.max(200, Number(status))), body }
  if (isGenuine !== true && mismatch === true)
    return { ...said, reply: answer, mismatch: { reference: typeof reference === 'string' ? reference : '' } }
  if (isGenuine !== true) return { ...said, reply: answer }
  return isFacts(facts) ? { ...said, facts, reply: answer } : undefined
}
