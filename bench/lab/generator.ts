// The load generator's process: the same for a server and for its reference.
import { connect, type Socket } from 'node:net'
import { answer } from './child.ts'
import type { Load, Outcome } from './load.ts'

/** Calls back with the status of each whole answer, and with what breaks the connection. */
interface Ears {
  answered(status: number): void
  failed(error: Error): void
}

const contentLength = /^content-length: (\d+)\r?$/im

/** One keep-alive connection that carries one request at a time. */
function open(port: number, ears: Ears): Promise<Socket> {
  let head: Buffer | undefined
  let bodyLeft = 0
  let status = 0
  const begin = (chunk: Buffer) => {
    const bytes = head ? Buffer.concat([head, chunk]) : chunk
    const end = bytes.indexOf('\r\n\r\n')
    // The buffer is read into again, so what must be kept is copied.
    if (end < 0) return void (head = Buffer.from(bytes))
    head = undefined
    const text = bytes.toString('latin1', 0, end)
    const length = contentLength.exec(text)?.[1]
    if (length === undefined) return ears.failed(new Error(`An answer without a length:\n${text}`))
    status = Number(text.slice(9, 12))
    bodyLeft = Number(length) - (bytes.length - end - 4)
    if (bodyLeft <= 0) ears.answered(status)
  }
  const callback = (size: number, buffer: Uint8Array) => {
    const chunk = (buffer as Buffer).subarray(0, size)
    if (bodyLeft <= 0) begin(chunk)
    else if ((bodyLeft -= size) <= 0) ears.answered(status)
    return true
  }
  return new Promise((resolve) => {
    const onread = { buffer: Buffer.allocUnsafe(65_536), callback }
    const socket = connect({ host: '127.0.0.1', port, noDelay: true, onread }, () => resolve(socket))
    socket.on('error', (error) => ears.failed(error))
    socket.on('close', () => ears.failed(new Error('The server closed the connection')))
  })
}

/** Sends what is due until nothing is; resolves when every answer is there. */
async function generate({ port, connections, requests, seconds, perSecond }: Load): Promise<Outcome> {
  const statuses: Record<number, number> = {}
  const latencies: number[] = []
  const began = performance.now()
  const until = seconds === undefined ? Infinity : began + seconds * 1000
  let sent = 0
  const isOver = (due: number) => due >= until || (seconds === undefined && sent >= requests.length)

  const work = () =>
    new Promise<void>((resolve, reject) => {
      let from = 0
      let socket: Socket | undefined
      const send = () => {
        const now = performance.now()
        const due = perSecond === undefined ? now : began + (sent / perSecond) * 1000
        if (isOver(due)) {
          resolve()
          return void socket?.destroy()
        }
        const request = requests[sent++ % requests.length] ?? ''
        const write = (since: number) => {
          from = since
          socket?.write(request, 'latin1')
        }
        // A timer that is late isn't the server's doing; a request that waited for its turn is.
        if (due > now) setTimeout(() => write(performance.now()), due - now)
        else write(due)
      }
      const answered = (status: number) => {
        latencies.push(performance.now() - from)
        statuses[status] = (statuses[status] ?? 0) + 1
        send()
      }
      void open(port, { answered, failed: reject }).then((opened) => {
        socket = opened
        send()
      })
    })
  await Promise.all(Array.from({ length: connections }, work))
  return outcome(latencies, statuses, (performance.now() - began) / 1000)
}

function outcome(latencies: number[], statuses: Record<number, number>, seconds: number): Outcome {
  latencies.sort((one, other) => one - other)
  const quantile = (q: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * q))] ?? NaN
  const count = latencies.length
  const ms = { p50: quantile(0.5), p99: quantile(0.99), max: quantile(1) }
  return { count, seconds, perSecond: count / seconds, statuses, ms }
}

answer(async (load: Load) => {
  if (!load.restless) return generate(load)
  // Work for every turn of the loop keeps the process from sleeping in the kernel.
  let turn = setImmediate(function again() {
    turn = setImmediate(again)
  })
  try {
    return await generate(load)
  } finally {
    clearImmediate(turn)
  }
})
