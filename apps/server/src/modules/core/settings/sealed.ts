import type { Secrets } from '../../../platform/secrets.ts'
import { secretKeys } from './keys.ts'
import type { Change } from './model.ts'
import { settingsSealed } from './queries.ts'

type Convert = (text: string, key: string) => string

/** The change with its secret sealed, as it is stored and announced to other processes. */
export const sealed = (secrets: Secrets, change: Change): Change =>
  withSecrets(change, (text, key) =>
    secrets.seal(settingsSealed.purpose, Buffer.from(text), key).toString('base64'),
  )

/** The same, opened. */
export const opened = <Values extends Change>(secrets: Secrets, values: Values): Values =>
  withSecrets(values, (text, key) =>
    secrets.open(settingsSealed.purpose, Buffer.from(text, 'base64'), key).toString(),
  ) as Values

function withSecrets(change: Change, convert: Convert): Change {
  const converted = secretKeys.flatMap((key) => {
    const secret = change[key]
    return typeof secret === 'string' ? [[key, convert(secret, key)] as const] : []
  })
  return { ...change, ...Object.fromEntries(converted) }
}
