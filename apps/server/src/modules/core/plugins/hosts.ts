import { entryIn } from '../../../platform/plugin-host/functions/index.ts'
import type { Manifest } from './model.ts'

/** Whether a text is an entry of a list of hosts. */
export const isHostEntry = (text: string): boolean => entryIn(text) !== undefined

/** The hosts that a plugin names itself. */
export const hostsNamed = ({ hosts }: Manifest): string[] => hosts.filter((one) => typeof one === 'string')

/** The hosts of the addresses that staff entered into the fields which the plugin names as hosts. */
export const hostsEntered = (
  { hosts, config: fields }: Manifest,
  config: Readonly<Record<string, unknown>>,
): string[] =>
  hosts.flatMap((one) => {
    if (typeof one === 'string') return []
    const field = fields.find(({ key }) => key === one.url)
    const value = config[one.url] ?? field?.default
    return typeof value === 'string' && URL.canParse(value) ? [hostOf(new URL(value))] : []
  })

const hostOf = ({ protocol, host }: URL) => (protocol === 'http:' ? `http://${host}` : host)
