import { newId } from '@lessor/kit'
import { register } from './modules/accounts/index.ts'
import { createSoftware } from './modules/catalog/index.ts'
import { issueBatch } from './modules/codes/index.ts'
import { grantDays } from './modules/leases/index.ts'
import { createStaff, listStaff, roles } from './modules/staff/index.ts'
import { systemCommand, type Ground } from './platform/command.ts'
import type { Logger } from './platform/log.ts'

/** The password of everybody who is made up here; only a server that says LESSOR_DEV makes them. */
export const seedPassword = 'only for development'

const software = [
  { name: '记事本', requiredVipLevel: 0 },
  { name: '图片编辑器', requiredVipLevel: 1 },
  { name: 'Video Editor', requiredVipLevel: 2 },
]
const people = ['张伟', '王芳', '李娜', 'liu.yang', 'chen_jie', 'Amy-2', '赵磊', '孙丽', 'wu.min', '周强']

/** Fills an installation that has nobody but its owner, so that there is something to look at. Answers whether it did. */
export async function seed(ground: Ground, log: Logger): Promise<boolean> {
  const cmd = systemCommand(ground, log, 'seed', newId())
  const staff = await listStaff(ground.db, {}, { limit: 2 })
  if (staff.items.length > 1) return false
  for (const role of roles.filter((name) => name !== 'owner')) {
    await createStaff(cmd, { username: `dev-${role}`, password: seedPassword, role })
  }
  for (const one of software) await createSoftware(cmd, one)
  for (const [i, username] of people.entries()) {
    const { id: accountId } = await register(cmd, { username, password: seedPassword })
    const days = i % 5 === 4 ? 2 : 30 * (i + 1)
    const grant = { accountId, changeDays: days, level: (i % 3) + 1, reason: '试用', internalNote: 'seed' }
    if (i % 4 !== 3) await grantDays(cmd, grant)
  }
  const terms = { level: 1, days: 30, prefix: 'VIP', expiresInDays: 90, note: '示例', amount: '30.00' }
  await issueBatch(cmd, { ...terms, count: 50 })
  return true
}
