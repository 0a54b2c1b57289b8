import type { Secrets } from '../../../../platform/secrets.ts'
import { interfaceSealed, type Interface } from './queries.ts'

type Opened = Readonly<Record<string, string>>

export const openSecrets = (secrets: Secrets, { id, sealed }: Pick<Interface, 'id' | 'sealed'>): Opened =>
  sealed ? (JSON.parse(secrets.open(interfaceSealed.purpose, sealed, id).toString()) as Opened) : {}

/** The columns of secrets: sealed, and which fields have one. */
export const sealSecrets = (
  secrets: Secrets,
  id: string,
  opened: Opened,
): Pick<Interface, 'sealed' | 'secretFields'> => ({
  sealed:
    Object.keys(opened).length === 0
      ? null
      : secrets.seal(interfaceSealed.purpose, Buffer.from(JSON.stringify(opened)), id),
  secretFields: Object.keys(opened).toSorted(),
})
