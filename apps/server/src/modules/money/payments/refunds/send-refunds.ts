import { MINUTE_MS, Refusal, SECOND_MS } from '@lessor/kit'
import { withoutKey, type Command } from '../../../../platform/command.ts'
import type { Outcome } from '../../../../platform/plugin-host/wire.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { raiseAlert } from '../../../core/alerts/index.ts'
import { callInterface } from '../../../core/plugins/index.ts'
import { answerOf, whyNot } from '../answer-of.ts'
import { refundKey } from '../clear-doubts.ts'
import { endOf } from './finish-refund.ts'
import { claimRefunds, tryAgain, type Due } from './queries.ts'

const atOnce = 8
/** Longer than a call to a plugin may take. */
const lostMs = 2 * MINUTE_MS
const delaysS = [30, 60, 300, 900]
const hourS = 3_600

/** Sends the refunds that are due, and asks about those that a gateway may have; several processes share them. */
export async function sendRefunds(cmd: Command, signal: AbortSignal): Promise<void> {
  const { db, clock } = cmd.services
  while (!signal.aborted) {
    const now = clock.now()
    const due = await claimRefunds.all(db, { now, lostAt: new Date(now.getTime() + lostMs), limit: atOnce })
    await Promise.all(due.map((one) => sendOne(cmd, one)))
    if (due.length < atOnce) return
  }
}

async function sendOne(cmd: Command, due: Due): Promise<void> {
  const { id, before, tries, interfaceId } = due
  const outcome = await called(cmd, due)
  const said = read(outcome)
  if (said.end) {
    const end = said.end
    const ended = await inTransaction(withoutKey(cmd), 'payments.end_refund', (tx) => endOf(tx, cmd, id, end))
    if (ended && !end.isDone) await tellStaff(cmd, due, end.problem ?? '')
    return
  }
  const { db, clock } = cmd.services
  const delayMs = (said.afterS ?? delaysS[tries - 1] ?? hourS) * SECOND_MS
  // What a person must do waits for that person.
  const nextTryAt = said.needsPerson ? null : new Date(clock.now().getTime() + delayMs)
  const next = said.mayBeSent || before === 'sent' ? 'sent' : 'wanted'
  await tryAgain.run(db, { id, status: next, nextTryAt, problem: said.problem, now: clock.now() })
  cmd.log.warn({ refund: id, interface: interfaceId, problem: said.problem }, 'a refund is not done yet')
  if (said.needsPerson) await tellStaff(cmd, due, said.problem ?? '')
}

async function called(cmd: Command, due: Due): Promise<Outcome> {
  const input = {
    reference: due.reference,
    transaction: due.gatewayTx ?? '',
    amount: due.amount,
    total: due.total,
    refundReference: due.id.replaceAll('-', ''),
    reason: due.reason,
  }
  const method = due.before === 'sent' ? 'queryRefund' : 'refund'
  try {
    return await callInterface(cmd, { interfaceId: due.interfaceId, method, input })
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'failed', reason: error.text.en }
    cmd.log.warn({ err: error, interface: due.interfaceId }, 'a gateway could not be called')
    return { kind: 'failed', reason: 'The server could not call it; its log says why.' }
  }
}

interface Read {
  readonly end?: { readonly isDone: boolean; readonly transaction?: string; readonly problem?: string }
  readonly problem: string | null
  readonly mayBeSent?: boolean
  readonly needsPerson?: boolean
  readonly afterS?: number
}

/** What an answer means. A call that broke off may have reached the gateway: from then on it is only asked. */
function read(outcome: Outcome): Read {
  if (outcome.kind === 'unknown') return { problem: whyNot(outcome), mayBeSent: true }
  if (outcome.kind !== 'answer') return { problem: whyNot(outcome) }
  const { status, refund, reason, retryAfterS, actionRequired } = (answerOf(outcome) ?? {}) as Record<
    string,
    unknown
  >
  const why = typeof reason === 'string' ? reason.slice(0, 500) : undefined
  const transaction = typeof refund === 'string' && refund !== '' ? { transaction: refund.slice(0, 200) } : {}
  if (status === 'success') return { end: { isDone: true, ...transaction }, problem: null }
  if (status === 'failed')
    return { end: { isDone: false, problem: why ?? 'The gateway refused it.' }, problem: null }
  if (typeof actionRequired === 'string') return { problem: actionRequired.slice(0, 500), needsPerson: true }
  const wait =
    typeof retryAfterS === 'number' && retryAfterS > 0 ? { afterS: Math.min(retryAfterS, hourS) } : {}
  if (status === 'sent') return { problem: null, mayBeSent: true, ...wait }
  return { problem: 'The plugin gave no answer of use.', ...wait }
}

const tellStaff = (cmd: Command, { id, amount, forId }: Due, problem: string): Promise<boolean> =>
  inTransaction(withoutKey(cmd), 'payments.refund_alert', (tx) =>
    raiseAlert(tx, cmd, {
      key: refundKey + id,
      severity: 'warning',
      title: { en: `A refund of ${amount} needs you`, zh: `一笔 ${amount} 的退款需要处理` },
      body: { en: problem, zh: problem },
      path: `/admin/refunds?for_id=${forId}`,
    }),
  )
