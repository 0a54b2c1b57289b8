import { once } from 'node:events'
import { Agent, request, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { parentPort, workerData } from 'node:worker_threads'

// A customer beside an attack, in a thread of its own: what it waits for is the server, not the attacker's own work.
const { url, sessionToken } = workerData as { url: string; sessionToken: string }
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
const everyMs = 15
const seen = { tookMs: [] as number[], failed: [] as string[] }

async function heartbeat(): Promise<void> {
  const body = JSON.stringify({ session_token: sessionToken, status: { n: seen.tookMs.length } })
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  const began = performance.now()
  const asked = request(`${url}/api/heartbeat`, { method: 'POST', agent, headers })
  const [answer] = (await once(asked.end(body), 'response')) as [IncomingMessage]
  const said = await text(answer)
  if (answer.statusCode !== 200) seen.failed.push(`${answer.statusCode} ${said}`)
  seen.tookMs.push(performance.now() - began)
}

parentPort?.on('message', () => parentPort?.postMessage(seen))
for (;;) {
  await heartbeat().catch((error: unknown) => seen.failed.push(String(error)))
  await new Promise((resolve) => setTimeout(resolve, everyMs))
}
