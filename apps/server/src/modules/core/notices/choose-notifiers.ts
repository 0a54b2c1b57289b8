import type { Command } from '../../../platform/command.ts'
import { demand } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../audit/index.ts'
import { interfacesOfKind } from '../plugins/index.ts'
import { unknownKind, unknownNotifier } from './errors.ts'
import { noticeKinds } from './kinds.ts'
import { noticesMay } from './permissions.ts'
import { chosenFor, deleteRoutes, insertRoutes } from './queries.ts'

/** Sets which notifiers get the notices of a kind; none: they go to the mail address of the settings. */
export function chooseNotifiers(cmd: Command, kind: string, interfaces: readonly string[]): Promise<void> {
  demand(cmd, noticesMay.manage)
  if (!noticeKinds().some(({ name }) => name === kind)) throw unknownKind()
  return inTransaction(cmd, 'notices.choose', async (tx) => {
    const known = await interfacesOfKind.all(tx, { kind: 'notifier' })
    if (!interfaces.every((id) => known.some((one) => one.id === id))) throw unknownNotifier()
    const before = await chosenFor.all(tx, { kind })
    await deleteRoutes.run(tx, { kind })
    await insertRoutes.run(tx, { kind, interfaces })
    await record(tx, cmd, {
      action: 'notices.chosen',
      subject: { kind: 'notice_kind', id: kind },
      before: { interfaces: before.map(({ interfaceId }) => interfaceId) },
      after: { interfaces },
    })
  })
}
