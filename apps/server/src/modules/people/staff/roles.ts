import { allPermissions, roles, type Permission, type Role } from '../../../platform/permission.ts'

type Rule = (permission: Permission, declared: readonly Role[]) => boolean

const ofModules =
  (...modules: string[]) =>
  (permission: string) =>
    modules.includes(permission.split('.')[0] ?? '')

const allowed: Record<Role, Rule> = {
  owner: () => true,
  admin: (permission) => !ofModules('staff', 'settings')(permission),
  finance: (_, declared) => declared.includes('finance'),
  support: (_, declared) => declared.includes('support'),
  auditor: (permission) => permission.endsWith('.read'),
}

let resolved: ReadonlyMap<Role, ReadonlySet<Permission>> | undefined

/** What a role may do. The first call comes when every module is loaded. */
export const permissionsOf = (role: Role): ReadonlySet<Permission> =>
  (resolved ??= new Map(roles.map((name) => [name, resolve(name)]))).get(role) ?? new Set()

const resolve = (role: Role): Set<Permission> =>
  new Set(allPermissions().flatMap(([name, declared]) => (allowed[role](name, declared) ? [name] : [])))
