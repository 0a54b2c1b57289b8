import type { InstanceWanted } from '../index.ts'
import {
  asked,
  emptyAnswers,
  hasField,
  hostileAnswers,
  isDone,
  reasonOf,
  type Finding,
  type Subject,
} from './subject.ts'

const instance: InstanceWanted = {
  id: '01939a60-0000-7000-8000-000000000003',
  name: 'lessor-test',
  specs: { cpu_cores: 1, memory_gb: 1, disk_gb: 10 },
}

/** A provider never says that something was made, found or removed while nobody could say so. */
export async function* providerFindings({ kind, run }: Subject): AsyncGenerator<Finding> {
  const calls: readonly (readonly [string, unknown])[] = [
    ['create', instance],
    ['find', { id: instance.id }],
    ['control', { ...instance, action: 'start' }],
    ['remove', instance],
    ...(kind === 'upstream' ? ([['balance', null]] as const) : []),
  ]
  for (const [{ en, zh }, fetch] of [...hostileAnswers, ...emptyAnswers]) {
    // Some services answer 204 or nothing to what they have done, so a bare 200 is only held against what reads it.
    const reading = hostileAnswers.some(([, one]) => one === fetch) ? calls : calls.slice(0, 2)
    for (const [method, input] of reading) {
      const ended = await run(method, input, asked(fetch).outside)
      const isWrong =
        method === 'create' || method === 'find' ? hasField(valueOf(ended), 'reference') : isDone(ended)
      yield {
        tried: { en: `${method} claims nothing when ${en}`, zh: `${zh}时 ${method} 不谎报成功` },
        ...(isWrong && { wrong: reasonOf(ended) }),
      }
    }
  }
  const unsure = await run(
    'find',
    { id: instance.id },
    asked(hostileAnswers[0]?.[1] ?? (() => ({ status: 500, headers: {}, body: '' }))).outside,
  )
  yield {
    tried: { en: 'find does not say absent when nobody answered', zh: '无人应答时 find 不会说「不存在」' },
    ...(unsure.kind === 'answer' && unsure.value === null && { wrong: reasonOf(unsure) }),
  }
}

const valueOf = (ended: { readonly kind: string }): unknown => (ended as { value?: unknown }).value
