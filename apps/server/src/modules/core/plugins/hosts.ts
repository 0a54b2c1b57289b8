import { entryIn } from '../../../platform/plugin-host/functions/index.ts'
import type { Manifest } from './model.ts'

/** Whether a text is an entry of a list of hosts. */
export const isHostEntry = (text: string): boolean => entryIn(text) !== undefined

/** The field that a host of a manifest names: `{url}`. */
export const fieldOfHost = (host: string): string | undefined => /^\{(\w+)\}$/.exec(host)?.[1]

/** The hosts that a plugin names itself. */
export const hostsNamed = ({ hosts }: Manifest): string[] =>
  hosts.filter((host) => fieldOfHost(host) === undefined)

/** The hosts that staff entered into fields which the plugin names as hosts; `values` may hold secrets. */
export const hostsEntered = (
  { hosts, config: fields }: Manifest,
  values: Readonly<Record<string, unknown>>,
): string[] =>
  hosts.flatMap((host) => {
    const key = fieldOfHost(host)
    if (key === undefined) return []
    const value = values[key] ?? fields.find((field) => field.key === key)?.default
    return typeof value === 'string' ? (hostIn(value) ?? []) : []
  })

function hostIn(value: string): string | undefined {
  if (!/^https?:\/\//i.test(value)) return isHostEntry(value) ? value : undefined
  if (!URL.canParse(value)) return undefined
  const { protocol, host } = new URL(value)
  return protocol === 'http:' ? `http://${host}` : host
}
