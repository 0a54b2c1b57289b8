import { demand, type Command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/refusals.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../../core/audit/index.ts'
import { gatewayById } from './gateways.ts'
import { paymentsMay } from './permissions.ts'
import { noticeById, noticeSealed } from './queries.ts'
import { judge, type Judged, type NoticeRequest } from './take-notice.ts'

/** Judges a kept notice again, as if it came now: after a plugin or its settings were mended. */
export async function replayNotice(cmd: Command, { id }: { readonly id: string }): Promise<Judged> {
  demand(cmd, paymentsMay.confirm)
  const kept = await noticeById.first(cmd.services.db, { id })
  if (!kept) throw notFound()
  const gateway = await gatewayById(cmd.services.db, kept.interfaceId)
  const raw = cmd.services.secrets.open(noticeSealed.purpose, kept.sealed, id).toString()
  const judged = await judge(cmd, { id, gateway, request: JSON.parse(raw) as NoticeRequest })
  await inTransaction(cmd, 'payments.replay_notice', (tx) =>
    record(tx, cmd, {
      action: 'payments.notice_replayed',
      subject: { kind: 'payment_notice', id },
      before: { verdict: kept.verdict },
      after: { verdict: judged.verdict },
    }),
  )
  return judged
}
