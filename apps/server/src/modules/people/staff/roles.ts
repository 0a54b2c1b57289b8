import { allPermissions, type Permission } from '../../../platform/permission.ts'
import { roles, type Role } from './model.ts'

interface Rule {
  (permission: string): boolean
  /** Those that it names one by one. */
  readonly names?: readonly string[]
}

const ofModules =
  (...modules: string[]): Rule =>
  (permission) =>
    modules.includes(permission.split('.')[0] ?? '')
/** These, which must exist. */
const these = (...names: string[]): Rule =>
  Object.assign((permission: string) => names.includes(permission), { names })

/** By name, because the modules that own the permissions lie above this one. */
const allowed: Record<Role, readonly Rule[]> = {
  owner: [() => true],
  admin: [(permission) => !ofModules('staff', 'settings')(permission)],
  finance: [
    ofModules('codes'),
    these('catalog.read', 'accounts.read', 'leases.read', 'status.read', 'logs.read'),
  ],
  support: [
    ofModules('accounts', 'leases', 'status', 'sessions'),
    these('catalog.read', 'codes.read', 'logs.read'),
  ],
  auditor: [(permission) => permission.endsWith('.read')],
}

let resolved: ReadonlyMap<Role, ReadonlySet<Permission>> | undefined

/** What a role may do. The first call comes when every module is loaded. */
export const permissionsOf = (role: Role): ReadonlySet<Permission> =>
  (resolved ??= new Map(roles.map((name) => [name, resolve(name)]))).get(role) ?? new Set()

function resolve(role: Role): ReadonlySet<Permission> {
  const all = allPermissions()
  const named = allowed[role].flatMap((rule) => rule.names ?? [])
  const unknown = named.filter((name) => !all.some((permission) => permission === name))
  if (unknown.length > 0) throw new Error(`The role ${role} names no permission: ${unknown.join(', ')}`)
  return new Set(all.filter((permission) => allowed[role].some((rule) => rule(permission))))
}
