import { expect, test } from 'vitest'
// With it every module is loaded, and every permission declared.
import '../../../app.ts'
import { permission, roles, type Role } from '../../../platform/permission.ts'
import { permissionsOf } from './roles.ts'

const can = (role: Role, permission: string) => permissionsOf(role).has(permission as never)

test('an owner may do everything that any role may', () => {
  for (const role of roles) expect(permissionsOf(role).isSubsetOf(permissionsOf('owner'))).toBe(true)
})

test('an admin may do everything but staff and settings', () => {
  const missing = permissionsOf('owner').difference(permissionsOf('admin'))
  expect(missing).toEqual(new Set(['staff.read', 'staff.manage', 'settings.manage']))
})

test('an auditor reads everything and changes nothing', () => {
  const reads = [...permissionsOf('owner')].filter((name) => name.endsWith('.read'))
  expect(reads.length).toBeGreaterThan(8)
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

test('a permission is declared once', () => {
  expect(() => permission('codes.revoke')).toThrow('declared twice')
})
