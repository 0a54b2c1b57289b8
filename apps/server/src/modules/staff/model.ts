export const roles = ['owner', 'admin', 'finance', 'support', 'auditor'] as const
export type Role = (typeof roles)[number]

const permissions = [
  'staff.read', 'staff.manage', 'settings.manage',
  'accounts.read', 'accounts.write',
  'leases.read', 'leases.grant',
  'status.read', 'status.write', 'status.recharge', 'status.reveal',
  'codes.read', 'codes.issue', 'codes.reveal', 'codes.revoke', 'codes.export',
  'catalog.read', 'software.write',
  'sessions.read', 'sessions.end',
  'logs.read', 'audit.read',
  'health.read', 'jobs.retry',
] as const // prettier-ignore
export type Permission = (typeof permissions)[number]

const allOf = (...modules: string[]) =>
  permissions.filter((name) => modules.includes(name.split('.')[0] ?? ''))

const allowed: Record<Role, ReadonlySet<Permission>> = {
  owner: new Set(permissions),
  admin: new Set(permissions).difference(new Set(allOf('staff', 'settings'))),
  finance: new Set([
    ...allOf('codes'),
    'catalog.read',
    'accounts.read',
    'leases.read',
    'status.read',
    'logs.read',
  ]),
  support: new Set([
    ...allOf('accounts', 'leases', 'status', 'sessions'),
    'catalog.read',
    'codes.read',
    'logs.read',
  ]),
  auditor: new Set(permissions.filter((name) => name.endsWith('.read'))),
}

/** What a role may do. */
export const permissionsOf = (role: Role): ReadonlySet<Permission> => allowed[role]

/** Whether a change would leave nobody who can manage staff; `owners` are those enabled before it. */
export const leavesNoOwner = (
  owners: readonly { readonly id: string }[],
  changed: { readonly id: string; readonly role: Role; readonly disabledAt: Date | null },
): boolean => {
  const stays = changed.role === 'owner' && changed.disabledAt === null
  return !stays && owners.every(({ id }) => id === changed.id)
}
