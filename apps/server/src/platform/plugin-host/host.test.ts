import { isStorable } from '@lessor/kit'
import { pino } from 'pino'
import { expect, it, onTestFinished } from 'vitest'
import { openPluginHost, type Functions, type PluginHostOptions } from './host.ts'
import type { Outcome } from './wire.ts'

const open = (options: Partial<PluginHostOptions> = {}) => {
  const host = openPluginHost({ log: pino({ level: 'silent' }), ...options })
  onTestFinished(() => host.stop())
  const call = (body: string, functions: Functions = {}, of = 'one') =>
    host.call({
      of,
      script: { name: 'plugin.js', source: `export async function send(input, lessor) { ${body} }` },
      method: 'send',
      input: { text: '你好' },
      config: { who: 'staff' },
      functions,
    })
  return { host, call }
}
const answer = (value: unknown): Outcome => ({ kind: 'answer', value })

/** A host function that is under way until the test lets it answer. */
function held() {
  const begun = Promise.withResolvers<void>()
  const end = Promise.withResolvers<unknown>()
  const fn = () => {
    begun.resolve()
    return end.promise
  }
  return { fn, begun: begun.promise, end: () => end.resolve({ status: 200 }) }
}

it('gives a script its input, its config and what the host answers', async () => {
  const { call } = open()
  const said = await call(`return [input.text, lessor.config.who, await lessor.kv.get('a', { b: 1 })]`, {
    'kv.get': (...args) => args,
  })
  expect(said).toEqual(answer(['你好', 'staff', ['a', { b: 1 }]]))
})

it('starts no process before the first call, and ends it when nobody has called for a while', async () => {
  const { host, call } = open({ idleMs: 100 })
  expect(host.pid).toBeUndefined()
  await call('')
  expect(host.pid).toBeGreaterThan(0)
  await expect.poll(() => host.pid, { timeout: 10_000 }).toBeUndefined()
  expect(await call('return 1')).toEqual(answer(1))
})

it('runs every call in an instance of its own', async () => {
  const { call } = open()
  const script = `globalThis.count = (globalThis.count ?? 0) + 1; return globalThis.count`
  expect(await Promise.all([call(script), call(script), call(script)])).toEqual([1, 1, 1].map(answer))
})

it('says that what it asked of the world is unknown when its process is killed meanwhile', async () => {
  const { host, call } = open()
  const request = held()
  const under = call(`await lessor.fetch('https://example.com')`, { fetch: request.fn })
  await request.begun
  process.kill(host.pid ?? 0, 'SIGKILL')
  expect(await under).toEqual({ kind: 'unknown', reason: 'The plugin host ended.' })
  expect(await call('return 2')).toEqual(answer(2))
})

it('ends one thread, not the others', async () => {
  const { call } = open()
  const request = held()
  const neighbour = call(`await lessor.fetch(''); return 'here'`, { fetch: request.fn }, 'two')
  await request.begun
  const stuck = await call(`const a = 'a'.repeat(4e6), b = 'a'.repeat(2e6) + 'b'; return a.indexOf(b)`)
  expect(stuck).toMatchObject({
    kind: 'unknown',
    reason: expect.stringContaining('without a pause') as string,
  })
  request.end()
  expect(await neighbour).toEqual(answer('here'))
})

it('waits no longer than its time, and says unknown where it had reached the world', async () => {
  const { call } = open({ totalMs: 3_000 })
  // Its process has started by then.
  await call('')
  const never = () => new Promise(() => undefined)
  expect((await call(`await lessor.kv.get('a')`, { 'kv.get': never })).kind).toBe('failed')
  expect((await call(`await lessor.fetch('')`, { fetch: never })).kind).toBe('unknown')
})

it('serves many calls at once, those that wait too', async () => {
  const { call } = open()
  const wait = () => new Promise((done) => setTimeout(() => done(null), 20))
  const all = Array.from({ length: 100 }, (_, i) =>
    call(`await lessor.fetch(''); return ${i}`, { fetch: wait }, `of ${i % 5}`),
  )
  expect(await Promise.all(all)).toEqual(Array.from({ length: 100 }, (_, i) => answer(i)))
})

it('tells a script why a function was refused, and nothing of what failed inside', async () => {
  const { call } = open()
  const fails = () => Promise.reject(new Error('password=1234'))
  const said = await call(`try { await lessor.fetch('') } catch (e) { return e.message }`, { fetch: fails })
  expect(said).toEqual(answer('fetch failed.'))
  expect(await call(`try { await lessor.smtp({}) } catch (e) { return e.message }`)).toEqual(
    answer('smtp is not granted.'),
  )
})

it('names the line of a mistake', async () => {
  const { host } = open()
  const source = 'export function send() {}\n\nconst a = ;\n'
  expect(await host.load({ name: 'wrong.ts', source })).toMatchObject({ kind: 'failed', place: { line: 3 } })
  const thrown = `export function send() {}\n\nundefined.name\n`
  expect(await host.load({ name: 'wrong.ts', source: thrown })).toMatchObject({ place: { line: 3 } })
  expect(
    await host.load({ name: 'right.ts', source: 'export function send() {}; export const a = 1' }),
  ).toEqual(answer(['send']))
})

it('lets a ninth interface wait for a thread, and says busy after a while', async () => {
  const request = held()
  const withEight = ({ call }: ReturnType<typeof open>) =>
    Array.from({ length: 8 }, (_, i) =>
      call(`return (await lessor.fetch('')).status`, { fetch: request.fn }, `of ${i}`),
    )
  const impatient = open({ inLineMs: 200 })
  const refused = withEight(impatient)
  await request.begun
  expect(await impatient.call('return 9', {}, 'ninth')).toEqual({ kind: 'busy' })
  const patient = open({ inLineMs: 60_000 })
  const eight = withEight(patient)
  const late = patient.call('return 9', {}, 'ninth')
  request.end()
  expect(await Promise.all([...refused, ...eight, late])).toEqual(
    [...Array<number>(16).fill(200), 9].map(answer),
  )
})

it('is asked for nothing but its functions, by whatever way', async () => {
  const { call } = open()
  const said = await call(
    `let ask
     Error.prepareStackTrace = (_, sites) => { for (const site of sites) { const fn = site.getFunction?.(); if (fn?.name === 'ask') ask = fn } return '' }
     Promise.prototype.then = new Proxy(Promise.prototype.then, { apply(fn, self, args) { new Error().stack; return Reflect.apply(fn, self, args) } })
     try { await lessor.now({ toJSON() { new Error().stack } }) } catch {}
     try { await lessor.now(1n) } catch {}
     if (!ask) return 'kept'
     try { await ask('x'.repeat(5e6), '[]') } catch (error) { return error.message }`,
    { now: () => 1 },
  )
  expect([answer('kept'), answer('The host has no such function.')]).toContainEqual(said)
})

it('gives reasons that can be stored', async () => {
  const { call } = open()
  const said = await call(`throw new Error('a' + String.fromCharCode(0xd800) + 'b' + String.fromCharCode(0))`)
  expect(said.kind === 'failed' && isStorable(said.reason)).toBe(true)
})
