import { staffMay } from './permissions.ts'
import { isUsername } from '@lessor/kit'
import { randomBytes } from 'node:crypto'
import { ConfigError, problem, type ConfigProblem } from '../../../config-problems.ts'
import { record } from '../../core/audit/index.ts'
import { demand, type Command } from '../../../platform/command.ts'
import { isPassword } from '../../../platform/passwords.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { rowOf } from './create-staff.ts'
import { anyStaff, insertMember, lockStaff } from './queries.ts'

export interface FirstOwner {
  readonly admin_username: string
  /** Empty: one is made. */
  readonly admin_password: string
}

export interface CreatedOwner {
  readonly username: string
  /** Shown once; only its hash is kept. */
  readonly generatedPassword?: string
}

/**
 * Makes the first owner where there is no staff at all: one, however many processes start together. `show` runs before
 * the commit, so a password may have been shown in vain (the next start shows another one), but is never lost.
 */
export async function createOwner(
  cmd: Command,
  first: FirstOwner,
  show: (owner: CreatedOwner) => Promise<void> | void,
): Promise<CreatedOwner | undefined> {
  demand(cmd, staffMay.manage)
  if (await anyStaff.first(cmd.services.db, {})) return undefined
  const problems = [...problemsOf(first, cmd.services.secretSetting('db.url') === '')]
  if (problems.length > 0) throw new ConfigError(problems)
  const generatedPassword = first.admin_password === '' ? randomBytes(15).toString('base64url') : undefined
  const password = generatedPassword ?? first.admin_password
  const row = await rowOf(cmd, { username: first.admin_username, password, role: 'owner' })
  return inTransaction(cmd, 'staff.create_owner', async (tx) => {
    await lockStaff.run(tx, {})
    if (await anyStaff.first(tx, {})) return undefined
    const { id, username, role } = await insertMember.one(tx, row)
    const after = { username, role }
    await record(tx, cmd, { action: 'staff.owner_created', subject: { kind: 'staff', id }, after })
    const owner = { username, ...(generatedPassword !== undefined && { generatedPassword }) }
    await show(owner)
    return owner
  })
}

function* problemsOf(first: FirstOwner, embedded: boolean): Generator<ConfigProblem> {
  const { admin_username: name, admin_password: password } = first
  if (!isUsername(name))
    yield problem('bootstrap.admin_username', {
      zh: '须为 2 到 32 个字母（含中文）、数字、_、- 或 .',
      en: 'must be 2 to 32 letters, digits, _, - or .',
    })
  const key = 'bootstrap.admin_password'
  if (password === '' && !embedded)
    yield problem(key, {
      zh: '使用 db.url 时必填（LESSOR_BOOTSTRAP_ADMIN_PASSWORD）',
      en: 'is required with db.url (LESSOR_BOOTSTRAP_ADMIN_PASSWORD)',
    })
  if (password !== '' && !isPassword(password))
    yield problem(key, {
      zh: '须为 8 个字符到 72 字节，且不能是常见密码',
      en: 'must be 8 characters to 72 bytes long, and none of the most common passwords',
    })
}
