import { Refusal } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import { callInterface } from '../plugins/index.ts'
import { resultOf, retryAt, tryMs, type Result } from './model.ts'
import { claimDue, markFailed, markSent, type Claimed } from './queries.ts'
import { linkTo } from './queue-notice.ts'

const atOnce = 8

/** Sends the notices that are due, some at once; several processes share them. Each step commits by itself. */
export async function sendNotices(cmd: Command, signal: AbortSignal): Promise<void> {
  const { clock, db } = cmd.services
  while (!signal.aborted) {
    const now = clock.now()
    const due = await claimDue.all(db, { now, lostAt: new Date(now.getTime() + tryMs), limit: atOnce })
    await Promise.all(due.map((one) => sendOne(cmd, one)))
    if (due.length < atOnce) return
  }
}

async function sendOne(cmd: Command, one: Claimed): Promise<void> {
  const { clock, db } = cmd.services
  const result = await tryOnce(cmd, one)
  if (result.kind === 'sent') return void (await markSent.run(db, { id: one.id, now: clock.now() }))
  const afterS = 'afterS' in result ? result.afterS : undefined
  const retry =
    result.kind === 'again' ? retryAt(clock.now(), one.attempts, one.createdAt, afterS) : undefined
  await markFailed.run(db, { id: one.id, error: result.reason.slice(0, 500), retryAt: retry ?? null })
  cmd.log.warn(
    {
      notice: one.noticeId,
      interface: one.interfaceId,
      attempts: one.attempts,
      reason: result.reason,
      retryAt: retry,
    },
    retry ? 'a notice was not delivered' : 'a notice was given up',
  )
}

async function tryOnce(cmd: Command, one: Claimed): Promise<Result> {
  const language = cmd.services.settings.server.notify_language
  const link = linkTo(cmd, one.path)
  const input = {
    id: one.noticeId,
    event: one.kind,
    severity: one.severity,
    title: one.title[language],
    text: one.body[language],
    ...(link && { link }),
    at: one.at.toISOString(),
    attempt: one.attempts,
  }
  try {
    const outcome = await callInterface(cmd, { interfaceId: one.interfaceId, method: 'send', input })
    if (outcome.kind === 'answer') return resultOf(outcome.value)
    // A notice may come twice; it has the same id then.
    return { kind: 'again', reason: 'reason' in outcome ? outcome.reason : 'the plugin host had no room' }
  } catch (error) {
    // Disabled, or deleted: it may be enabled again within the day.
    if (error instanceof Refusal) return { kind: 'again', reason: error.text.en }
    // It counts as a try, so that it ends, and holds up no other notice.
    cmd.log.warn({ err: error, interface: one.interfaceId }, 'a notifier could not be called')
    return { kind: 'again', reason: 'the server could not call it; its log says why' }
  }
}
