import { isId, nameKey } from '@lessor/kit'
import { noSuchAccount } from './errors.ts'
import { t } from './language.ts'
import { withOperator } from './operator.ts'
import { note, printJson } from './output.ts'

/** Disables an account or enables it again, and says so. */
export async function changeStanding(
  name: string,
  disabled: boolean,
  { json }: { json?: true },
): Promise<void> {
  const account = await withOperator(async ({ command, services: { db } }, server) => {
    const { accountById, accountForLogin, changeAccount, presentAccount } = server
    const found = isId(name) ? await accountById(db, name) : await accountForLogin(db, nameKey(name))
    if (!found) throw noSuchAccount({ params: { name } })
    return presentAccount(await changeAccount(command(), { accountId: found.id, disabled }))
  })
  if (json) return printJson(account)
  const { username } = account
  if (disabled)
    note(t({ en: `${username} is disabled; its sessions ended.`, zh: `已禁用 ${username}，其会话已结束。` }))
  else note(t({ en: `${username} may sign in again.`, zh: `已重新启用 ${username}。` }))
}
