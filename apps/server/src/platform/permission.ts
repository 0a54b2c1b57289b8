declare const declared: unique symbol

/** What the role of a member of staff allows, as `codes.revoke`; a value of the module that owns it. */
export type Permission = `${string}.${string}` & { readonly [declared]: true }

export const roles = ['owner', 'admin', 'finance', 'support', 'auditor'] as const
export type Role = (typeof roles)[number]

const holders = new Map<Permission, readonly Role[]>()

/**
 * Declares a permission, once, and which of the two roles with a field of their own have it. The owner has all, the
 * other roles by their rule (staff/roles.ts).
 */
export function permission(
  name: `${string}.${string}`,
  ...also: readonly ('finance' | 'support')[]
): Permission {
  const made = name as Permission
  if (holders.has(made)) throw new Error(`The permission ${name} is declared twice`)
  holders.set(made, also)
  return made
}

/** Those of every module that is loaded, in the order in which they were declared, with who has them by declaration. */
export const allPermissions = (): readonly (readonly [Permission, readonly Role[]])[] => [...holders]
