import { dayOf, localTime, startOfDayPlus } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { noticeKind, noticeOnce, queueNotice } from '../../core/notices/index.ts'
import { bodyOf, isNothing } from './model.ts'
import { factsOf } from './queries.ts'

const told = noticeKind({ name: 'summary.told', label: { en: 'Daily summary', zh: '每日小结' } })

/** Tells staff of yesterday, once, from the time of the settings on. */
export async function tellSummary(cmd: Command): Promise<void> {
  const { db, settings } = cmd.services
  const { summary_at: at, time_zone: zone } = settings.server
  const { now } = cmd
  if (at === 'off' || localTime(now, zone).slice(11, 16) < at) return
  const [from, to, until] = [-1, 0, 2].map((days) => startOfDayPlus(now, zone, days)) as [Date, Date, Date]
  const day = dayOf(from, zone)
  if (await noticeOnce.first(db, { kind: told.name, once: day })) return
  const facts = await factsOf.one(db, { from, to, now, until })
  if (isNothing(facts)) return
  await inTransaction(cmd, 'summary.tell_summary', (tx) =>
    queueNotice(tx, cmd, {
      kind: told,
      once: day,
      severity: 'info',
      title: { en: `Summary of ${day}`, zh: `${day} 小结` },
      body: bodyOf(facts),
      path: '/admin',
    }),
  )
}
