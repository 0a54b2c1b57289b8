import { monitorEventLoopDelay } from 'node:perf_hooks'
import { attacks, sends } from '../apps/server/src/platform/plugin-host/attacks.ts'
import { openLog } from '../apps/server/src/platform/log.ts'
import { openPluginHost, type PluginHost } from '../apps/server/src/platform/plugin-host/host.ts'
import type { Benchmark, Finding } from './lab/benchmark.ts'
import { median } from './lab/rounds.ts'

/** A call of a plugin with one question to the server; and how late this process's event loop is while plugins attack. */
export const plugins: Benchmark = {
  id: 'P14',
  run: async ({ scale }) => {
    const host = openPluginHost({ log: await openLog({ level: 'silent', format: 'json' }) })
    try {
      return [await callsOf(host, Math.round(500 * scale)), await delayOf(host)]
    } finally {
      await host.stop()
    }
  },
}

const call = async (host: PluginHost, of: string, source: string): Promise<string> => {
  const script = { name: 'bench.js', source }
  const functions = { now: () => 7 }
  return (await host.call({ of, script, method: 'send', input: {}, config: {}, functions })).kind
}

async function callsOf(host: PluginHost, count: number): Promise<Finding> {
  const once = () => call(host, 'calls', sends('return lessor.now()'))
  await once()
  const tookMs: number[] = []
  for (let i = 0; i < count; i++) {
    const begun = performance.now()
    if ((await once()) !== 'answer') throw new Error('The call failed')
    tookMs.push(performance.now() - begun)
    // The next instance is loaded meanwhile, as it is between two calls of a shop.
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const value = median(tookMs)
  const p99 = tookMs.toSorted((a, b) => a - b)[Math.floor(count * 0.99)] ?? 0
  return {
    what: 'a plugin call with one question to the server',
    figure: `${value.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
    reference: '',
    value,
    unit: 'ms',
    target: { under: 10 },
  }
}

async function delayOf(host: PluginHost): Promise<Finding> {
  const delays: { readonly name: string; readonly p99: number; readonly max: number }[] = []
  for (const [name, source] of attacks) {
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    await call(host, name, source)
    delay.disable()
    delays.push({ name, p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 })
  }
  const [worst = { name: '', p99: 0, max: 0 }] = delays.toSorted((a, b) => b.p99 - a.p99)
  const max = Math.max(...delays.map((one) => one.max))
  return {
    what: `event loop delay, p99 of the worst of ${attacks.length} attacks`,
    figure: `${worst.p99.toFixed(1)} ms (${worst.name}); longest of all ${max.toFixed(1)} ms`,
    reference: '',
    value: worst.p99,
    unit: 'ms',
    target: { under: 10 },
  }
}
