declare const declared: unique symbol

/** What the role of a member of staff allows, as `codes.revoke`; a value of the module that owns it. */
export type Permission = `${string}.${string}` & { readonly [declared]: true }

const names = new Set<Permission>()

/** Declares a permission, once. */
export function permission(name: `${string}.${string}`): Permission {
  const made = name as Permission
  if (names.has(made)) throw new Error(`The permission ${name} is declared twice`)
  names.add(made)
  return made
}

/** Those of every module that is loaded, in the order in which they were declared. */
export const allPermissions = (): readonly Permission[] => [...names]
