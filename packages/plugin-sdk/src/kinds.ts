import type { PluginKind } from './manifest.ts'

const provider = ['template', 'find', 'create', 'control', 'resize', 'observe', 'remove', 'list']

/** The functions that a plugin of each kind must export. */
export const functionsOfKind: Readonly<Record<PluginKind, readonly string[]>> = {
  notifier: ['send'],
  gateway: ['start', 'notice', 'query', 'refund', 'queryRefund', 'check'],
  provider,
  upstream: [...provider, 'products', 'balance'],
}
