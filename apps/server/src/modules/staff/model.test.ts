import { expect, test } from 'vitest'
import { leavesNoOwner, permissionsOf, roles, type Role } from './model.ts'

const can = (role: Role, permission: string) => permissionsOf(role).has(permission as never)

test('an owner may do everything that any role may', () => {
  for (const role of roles) expect(permissionsOf(role).isSubsetOf(permissionsOf('owner'))).toBe(true)
})

test('an admin may do everything but staff and settings', () => {
  const missing = permissionsOf('owner').difference(permissionsOf('admin'))
  expect([...missing]).toEqual(['staff.read', 'staff.manage', 'settings.manage'])
})

test('an auditor reads everything and changes nothing', () => {
  const reads = [...permissionsOf('owner')].filter((name) => name.endsWith('.read'))
  expect([...permissionsOf('auditor')]).toEqual(reads)
})

test.for([
  ['finance', 'codes.issue', true],
  ['finance', 'codes.export', true],
  ['finance', 'accounts.write', false],
  ['finance', 'leases.grant', false],
  ['support', 'leases.grant', true],
  ['support', 'accounts.write', true],
  ['support', 'codes.read', true],
  ['support', 'codes.reveal', false],
  ['support', 'codes.issue', false],
  ['support', 'audit.read', false],
  ['finance', 'status.read', true],
  ['finance', 'status.recharge', false],
  ['support', 'status.recharge', true],
  ['auditor', 'status.write', false],
] as const)('%s may %s: %s', ([role, permission, may]) => {
  expect(can(role, permission)).toBe(may)
})

test('the last owner stays an owner who can sign in', () => {
  const [a, b] = [{ id: 'a' }, { id: 'b' }]
  const gone = { id: 'a', role: 'owner', disabledAt: new Date(0) } as const
  const demoted = { id: 'a', role: 'admin', disabledAt: null } as const
  expect(leavesNoOwner([a], gone)).toBe(true)
  expect(leavesNoOwner([a], demoted)).toBe(true)
  expect(leavesNoOwner([a, b], demoted)).toBe(false)
  expect(leavesNoOwner([b], demoted)).toBe(false)
  expect(leavesNoOwner([a], { id: 'a', role: 'owner', disabledAt: null })).toBe(false)
})
