import fc from 'fast-check'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { openApiDocument } from '../../src/openapi.ts'
import { ownerCookie, signedIn } from '../calls.ts'
import { long } from '../long.ts'
import { cutConnection, kinds, requestOf, stages, ways } from './hostile.ts'
import { freshFolder, ownerPassword, report, startServer } from './server-process.ts'

const lastsMs = (long ? 600 : 20) * 1000

const document = openApiDocument() as { paths: Record<string, Record<string, unknown>> }
const routes = Object.entries(document.paths)
  .filter(([path]) => !path.endsWith('/logout'))
  .flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({
      method: method.toUpperCase(),
      path: path.replace(/\{\w+\}/g, 'x'),
    })),
  )
const paths = [...new Set([...routes.map(({ path }) => path), '/', '/admin', '/nowhere', '/health', '/ready',
  '/metrics', '/api/openapi.json', '/api/docs', '/api/ws', '/api/ws?x=1', '/api/ws/x'])] // prettier-ignore
const oneOf = <T>(all: readonly T[]): T => all[randomInt(all.length)] as T

test(
  'one server lives through every path, cut at every stage, random bytes and random JSON, and answers others',
  async () => {
    const server = await startServer(await freshFolder(), { LOG_LEVEL: 'warn' })
    const { session_token: sessionToken } = await signedIn(server, 'witness')
    const witness = await openWitness(server.url, sessionToken)
    const { token } = await signedIn(server, 'attacker')
    const cookie = await ownerCookie({ ...server, ownerPassword })
    const shown = { cookie, authorization: `Bearer ${token}` }
    const port = Number(new URL(server.url).port)
    const until = performance.now() + lastsMs
    const statuses: Record<number, number> = {}
    const seen = (status: number) => void (statuses[status] = (statuses[status] ?? 0) + 1)
    const counts = { connections: 0, answersToCut: 0, answers: 0, largestAnswer: 0, statuses }
    const working = (work: () => Promise<void>) => async () => {
      while (performance.now() < until) await work()
    }
    // Every combination once, over paths by chance; then by chance alone.
    const combinations = stages.flatMap((stage) =>
      kinds.flatMap((kind) => ways.map((way) => ({ stage, kind, way }))),
    )
    const cut = working(async () => {
      const { stage, kind, way } = combinations[counts.connections++] ?? oneOf(combinations)
      const request = requestOf(kind, kind === 'websocket' ? '/api/ws' : oneOf(paths))
      const status = await cutConnection(port, request, stage, way)
      if (status === undefined) return
      counts.answersToCut++
      seen(status)
    })
    const ask = working(async () => {
      const { method, path } = oneOf(routes)
      const headers = { ...(randomInt(2) === 0 && shown), 'content-type': 'application/json' }
      const body = method === 'GET' ? {} : { body: randomJson() }
      const response = await fetch(server.url + path, { method, headers, ...body })
      const { byteLength } = await response.arrayBuffer()
      // A file holds all rows that there are, which grow while this runs.
      const isFile = response.headers.get('content-type')?.startsWith('text/csv') ?? false
      if (!isFile) counts.largestAnswer = Math.max(counts.largestAnswer, byteLength)
      seen(response.status)
      counts.answers++
    })
    await Promise.all([...Array.from({ length: 12 }, cut), ...Array.from({ length: 3 }, ask)])

    const beside = await witness.look()
    const share = (await processorShare(server.pid)) ?? 1
    report('every path, any bytes', { seconds: lastsMs / 1000, ...counts, beside, share })
    expect((await fetch(`${server.url}/health`)).status).toBe(200)
    expect(server.said.filter((line) => /unhandled|uncaught/i.test(line))).toEqual([])
    expect(counts.connections).toBeGreaterThan(combinations.length)
    expect(counts.largestAnswer).toBeLessThan(64_000)
    expect(counts.answersToCut).toBeGreaterThan(100)
    expect(Object.keys(statuses).filter((status) => Number(status) >= 500)).toEqual([])
    expect(beside.failed).toEqual([])
    expect(beside.asked).toBeGreaterThan(lastsMs / 1000)
    // In the short form other tests run beside this one: what the server waited for a processor is the machine's.
    expect(beside.p99 * (long ? 1 : share)).toBeLessThan(100)
  },
  lastsMs + 120_000,
)

// Made before: it takes longer than the server takes to answer.
const odd = fc.sample(fc.json({ maxDepth: 2, stringUnit: 'binary' }), 200)

/** Mostly small and odd; now and then as many unknown fields as the limit of a body takes, or one long text. */
function randomJson(): string {
  const chance = randomInt(20)
  if (chance === 0) return `{${Array.from({ length: 6_500 }, (_, i) => `"${i}":1`).join()}}`
  if (chance === 1) return JSON.stringify({ username: '\u0001'.repeat(10_000), ['\ud800'.repeat(200)]: 1 })
  if (chance === 2) return `[${Array.from({ length: 30_000 }, () => 1).join()}]`
  return oneOf(odd)
}

/** A customer who keeps sending heartbeats. */
async function openWitness(url: string, sessionToken: string) {
  const worker = new Worker(new URL('./witness.ts', import.meta.url), { workerData: { url, sessionToken } })
  onTestFinished(async () => void (await worker.terminate()))
  return {
    look: async () => {
      const looked = once(worker, 'message')
      worker.postMessage('look')
      const [{ tookMs, failed }] = (await looked) as [{ tookMs: number[]; failed: string[] }]
      const sorted = tookMs.toSorted((a, b) => a - b)
      const at = (part: number) => Math.round(sorted[Math.floor(sorted.length * part)] ?? 0)
      return { asked: tookMs.length, p50: at(0.5), p99: at(0.99), max: at(1 - 1e-9), failed }
    },
  }
}

/** Of the time that a process's main thread wanted a processor, the part in which it had one; undefined if unknown. */
async function processorShare(pid: number): Promise<number | undefined> {
  const text = await readFile(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').catch(() => undefined)
  const [ran, waited] = (text ?? '').split(' ').map(Number)
  return ran && waited !== undefined ? Math.round((100 * ran) / (ran + waited)) / 100 : undefined
}
