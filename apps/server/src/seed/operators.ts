import { newToken, tokenHash } from '@lessor/status'
import { createSoftware, vipProductId } from '../modules/leasing/catalog/index.ts'
import { findCodes, issueBatch, revokeCode } from '../modules/sales/codes/index.ts'
import { grantDays } from '../modules/leasing/leases/index.ts'
import { changeAccount } from '../modules/people/sessions/index.ts'
import { createUser } from '../modules/status/users/index.ts'
import { made, unlessRefused, type Deed, type Stage } from './stage.ts'

type Terms = Omit<Parameters<typeof issueBatch>[1], 'note'>

/** What operators do. */
export const operatorsOn = (stage: Stage) => ({
  /** A second story finds the software of the first. */
  offer:
    (name: string, requiredVipLevel: number): Deed =>
    (cmd) =>
      createSoftware(cmd, { name, requiredVipLevel }).catch(unlessRefused),
  issue:
    (name: string, terms: Terms): Deed =>
    async (cmd) => {
      const { batch, texts } = await issueBatch(cmd, { ...terms, note: name })
      stage.batches.set(name, { id: batch.id, texts: [...(texts ?? [])] })
    },
  revoke:
    (batch: string, count: number): Deed =>
    async (cmd) => {
      const { id: batchId, texts } = made(stage.batches, batch)
      const { items } = await findCodes(cmd, { batchId, status: 'unused' }, { limit: count })
      for (const { id } of items) await revokeCode(cmd, { id })
      // The story doesn't say which codes these were: none of the batch is redeemed any more.
      texts.length = 0
    },
  grant:
    (who: string, changeDays: number, reason: string, internalNote: string): Deed =>
    (cmd) => {
      const grant = { productId: vipProductId, changeDays, level: 1, reason, internalNote }
      return grantDays({ ...cmd, actor: stage.operator }, { ...grant, accountId: made(stage.accounts, who) })
    },
  disable:
    (who: string): Deed =>
    (cmd) =>
      changeAccount(cmd, { accountId: made(stage.accounts, who), disabled: true }),
  follow:
    (who: string, days: number, note: string): Deed =>
    async (cmd) => {
      const token = newToken()
      const user = { username: who + stage.suffix, note, days, token, tokenHash: await tokenHash(token) }
      stage.accounts.set(who, (await createUser(cmd, user)).user.id)
      stage.links.push({ username: user.username, path: `/status/${token}` })
    },
})
