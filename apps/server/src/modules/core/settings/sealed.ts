import type { Secrets } from '../../../platform/secrets.ts'
import { secretKey, type Change } from './model.ts'
import { settingsSealed } from './queries.ts'

type Convert = (text: string) => string

/** The change with its secret sealed, as it is stored and told to other processes. */
export const sealed = (secrets: Secrets, change: Change): Change =>
  withSecret(change, (text) =>
    secrets.seal(settingsSealed.purpose, Buffer.from(text), secretKey).toString('base64'),
  )

/** The same, opened. */
export const opened = <Values extends Change>(secrets: Secrets, values: Values): Values =>
  withSecret(values, (text) =>
    secrets.open(settingsSealed.purpose, Buffer.from(text, 'base64'), secretKey).toString(),
  ) as Values

function withSecret(change: Change, convert: Convert): Change {
  const secret = change[secretKey]
  return typeof secret === 'string' ? { ...change, [secretKey]: convert(secret) } : change
}
