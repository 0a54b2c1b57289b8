import type { Text } from '@lessor/kit'
import { demand, type Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../audit/index.ts'
import { queueNotice } from '../notices/index.ts'
import { alertNotOpen } from './errors.ts'
import { alertResolved } from './notices.ts'
import { alertsMay } from './permissions.ts'
import { forgetWatch, resolveById, resolveByKey, type Alert } from './queries.ts'

/** Resolves the open alert of a key and tells staff, inside the caller's transaction; answers whether there was one. */
export async function resolveAlert(tx: Tx, cmd: Command, key: string): Promise<boolean> {
  const alert = await resolveByKey.first(tx, { key, by: 'system', now: cmd.now })
  if (alert) await tell(tx, cmd, alert)
  return alert !== undefined
}

/** A member of staff says that it is settled. If it isn't, it is raised again once it has lasted as long as its rule says. */
export function resolveByHand(cmd: Command, id: string): Promise<void> {
  demand(cmd, alertsMay.manage)
  return inTransaction(cmd, 'alerts.resolve', async (tx) => {
    const by = 'name' in cmd.actor ? cmd.actor.name : 'system'
    const alert = await resolveById.first(tx, { id, by, now: cmd.now })
    if (!alert) throw alertNotOpen()
    await forgetWatch.run(tx, { key: alert.key })
    await tell(tx, cmd, alert)
    await record(tx, cmd, {
      action: 'alerts.resolved',
      subject: { kind: 'alert', id },
      after: { key: alert.key },
    })
  })
}

const tell = (tx: Tx, cmd: Command, { title, body, path }: Alert) =>
  queueNotice(tx, cmd, {
    kind: alertResolved,
    severity: 'info',
    title: resolved(title),
    body,
    ...(path !== null && { path }),
  })

const resolved = ({ en, zh }: Text): Text => ({ en: `Resolved: ${en}`, zh: `已解除：${zh}` })
