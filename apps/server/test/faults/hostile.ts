import { randomBytes, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** Where on its way a connection is left, and how. */
export const stages = [
  'connected',
  'in the head',
  'after the head',
  'in the body',
  'asked',
  'answered',
] as const
export const ways = ['reset', 'end', 'destroy'] as const
export const kinds = ['GET', 'HEAD', 'POST', 'chunked', 'websocket', 'other upgrade', 'h2c', '100-continue', 'CONNECT',
  'HTTP/1.0', 'two at once', 'random bytes', 'changed bytes'] as const // prettier-ignore

export type Stage = (typeof stages)[number]
export type Way = (typeof ways)[number]
export type Kind = (typeof kinds)[number]

const body = '{"username":"x","password":"y"}'
const upgrade = (to: string, more = '') => `Connection: Upgrade\r\nUpgrade: ${to}\r\n${more}`
const key = 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n'
const json = 'Content-Type: application/json\r\n'
const sized = `${json}Content-Length: ${body.length}\r\n`

/** The head and the body of a request. */
export function requestOf(kind: Kind, path: string): [head: Buffer, body: Buffer] {
  const ask = (method: string, headers = '', sent = '', version = '1.1'): [Buffer, Buffer] => [
    Buffer.from(`${method} ${path} HTTP/${version}\r\nHost: x\r\n${headers}\r\n`),
    Buffer.from(sent),
  ]
  const chunks = `10\r\n${body.slice(0, 16)}\r\n${(body.length - 16).toString(16)}\r\n${body.slice(16)}\r\n0\r\n\r\n`
  const requests: Record<Kind, () => [Buffer, Buffer]> = {
    GET: () => ask('GET'),
    HEAD: () => ask('HEAD'),
    POST: () => ask('POST', sized, body),
    chunked: () => ask('POST', `${json}Transfer-Encoding: chunked\r\n`, chunks),
    websocket: () => ask('GET', upgrade('websocket', key), randomBytes(20).toString('latin1')),
    'other upgrade': () => ask('GET', upgrade('x')),
    h2c: () => ask('POST', upgrade('h2c', `HTTP2-Settings: AAMAAABk\r\n${sized}`), body),
    '100-continue': () => ask('POST', `Expect: 100-continue\r\n${sized}`, body),
    CONNECT: () => ask('CONNECT'),
    'HTTP/1.0': () => ask('GET', '', '', '1.0'),
    'two at once': () => [Buffer.concat([...ask('GET'), ...ask('POST', sized, body)]), Buffer.from('')],
    'random bytes': () => [randomBytes(randomInt(1, 2_000)), randomBytes(randomInt(1, 2_000))],
    'changed bytes': () => {
      const [head, sent] = ask('POST', sized, body)
      for (let i = randomInt(1, 6); i > 0; i--) head[randomInt(head.length)] = randomInt(256)
      return [head, sent]
    },
  }
  return requests[kind]()
}

const leave: Record<Way, (socket: Socket) => void> = {
  reset: (socket) => void socket.resetAndDestroy(),
  end: (socket) => void socket.end(),
  destroy: (socket) => void socket.destroy(),
}

/**
 * Connects, sends as much as the stage says, and leaves. Resolves once the connection is gone, or given up, to the status of
 * the first answer, if there was one.
 */
export async function cutConnection(
  port: number,
  [head, sent]: [Buffer, Buffer],
  stage: Stage,
  way: Way,
): Promise<number | undefined> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  const gone = once(socket, 'close').catch(() => undefined)
  const answered = Promise.race([once(socket, 'data').catch(() => undefined), gone])
  let said = ''
  socket.on('data', (part: Buffer) => {
    if (said.length < 100) said += part.toString('latin1', 0, 100)
  })
  await Promise.race([once(socket, 'connect').catch(() => undefined), gone])
  if (stage !== 'connected') {
    socket.write(stage === 'in the head' ? head.subarray(0, randomInt(head.length)) : head)
    if (stage === 'in the body') socket.write(sent.subarray(0, sent.length >> 1))
    if (stage === 'asked' || stage === 'answered') socket.write(sent)
  }
  // Half of them leave in the same turn, half when the server has had one to begin with it.
  if (randomInt(2) === 0) await new Promise((resolve) => setTimeout(resolve, randomInt(20)))
  if (stage === 'answered') await Promise.race([answered, waited(500)])
  leave[way](socket)
  await Promise.race([gone, waited(500)])
  socket.destroy()
  const [, status] = /^HTTP\/1\.\d (\d{3})/.exec(said) ?? []
  return status === undefined ? undefined : Number(status)
}

const waited = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms).unref())
