import { pino } from 'pino'
import { afterAll, describe, expect, it } from 'vitest'
import { attacks, sends } from './attacks.ts'
import { openPluginHost, type Functions } from './host.ts'

// A hostile script of each kind fails alone: with a reason, within its limits, and what others call goes on.

const host = openPluginHost({ log: pino({ level: 'silent' }) })
afterAll(() => host.stop())

let interfaces = 0
const functions: Functions = { now: () => 7, fetch: () => ({ status: 200 }) }
const run = (source: string, own: Functions = {}, of = `attack ${++interfaces}`) =>
  host.call({
    of,
    script: { name: 'attack.js', source },
    method: 'send',
    input: { text: 'hello' },
    config: {},
    functions: { ...functions, ...own },
  })

const good = () => run(sends(`return [input.text, await lessor.now()]`), {}, 'a good neighbour')

describe('13: a hostile script fails alone', () => {
  it.each(attacks)('%s', async (_name, source, reason) => {
    const before = await good()
    expect(before).toEqual({ kind: 'answer', value: ['hello', 7] })
    const outcome = await run(source)
    const neighbour = await good()
    expect(outcome.kind === 'failed' || outcome.kind === 'unknown').toBe(true)
    expect((outcome as { reason: string }).reason).toMatch(reason)
    expect(neighbour).toEqual({ kind: 'answer', value: ['hello', 7] })
  })

  it('sees nothing of the machine', async () => {
    const names = ['process', 'require', 'fetch', 'WebAssembly', 'Worker', 'setTimeout', 'Deno']
    const outcome = await run(
      sends(`return [${names.map((name) => `typeof ${name}`).join(', ')},
      typeof (async () => {}).constructor('return this')().process, typeof Function('return this')().process]`),
    )
    expect(outcome).toEqual({ kind: 'answer', value: [...names, '', ''].map(() => 'undefined') })
  })
})
