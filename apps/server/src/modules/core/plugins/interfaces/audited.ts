import type { Interface } from './queries.ts'

// Fields stand in lists: a plugin may call one `code` or `link`, names that the audit log refuses.

/** An interface as the audit log keeps it: of secrets only which there are. */
export const audited = ({ name, enabled, hosts, config, secretFields }: Interface) => ({
  name,
  enabled,
  hosts,
  fields: Object.entries(config).map(([field, value]) => ({
    field,
    value: typeof value === 'string' ? value.slice(0, 200) : value,
  })),
  secret_fields: secretFields,
})
