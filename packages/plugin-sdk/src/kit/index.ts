import { functionsOfKind } from '../kinds.ts'
import type { PluginKind } from '../manifest.ts'
import { gatewayFindings } from './gateway.ts'
import { notifierFindings } from './notifier.ts'
import { providerFindings } from './provider.ts'
import type { Finding, Subject } from './subject.ts'

export type { Ended, Examples, Finding, Outside, Request, Subject } from './subject.ts'

const byKind: Readonly<Record<PluginKind, (subject: Subject) => AsyncGenerator<Finding>>> = {
  notifier: notifierFindings,
  gateway: gatewayFindings,
  provider: providerFindings,
  upstream: providerFindings,
}

/** Tries a plugin as the world would: repeats, forgeries, other amounts, outages and hostile answers. */
export async function* conformance(subject: Subject, exported: readonly string[]): AsyncGenerator<Finding> {
  for (const name of functionsOfKind[subject.kind]) {
    const isThere = exported.includes(name)
    yield {
      tried: { en: `exports ${name}`, zh: `导出 ${name}` },
      ...(!isThere && { wrong: `A ${subject.kind} exports ${functionsOfKind[subject.kind].join(', ')}.` }),
    }
    if (!isThere) return
  }
  yield* byKind[subject.kind](subject)
}
