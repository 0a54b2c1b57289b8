import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Json } from './fields.ts'

const kinds = { text: 1, close: 8 } as const

/** The server's side of as much of RFC 6455 as short messages need: one frame each, at most 65,535 bytes. */
export function openSockets() {
  const open = new Set<Duplex>()
  const heard: Json[] = []
  const send = (kind: number, content: Buffer) => {
    const { length } = content
    const head = length < 126 ? [128 | kind, length] : [128 | kind, 126, length >> 8, length & 255]
    for (const socket of open) socket.write(Buffer.concat([Buffer.from(head), content]))
  }
  return {
    open: open as ReadonlySet<Duplex>,
    heard: heard as readonly Json[],
    /** Answers a handshake. */
    take: ({ headers }: IncomingMessage, socket: Duplex) => {
      socket.write(handshake(headers['sec-websocket-key'] ?? ''))
      open.add(socket)
      socket.on('data', (frame: Buffer) => {
        if (((frame[0] ?? 0) & 15) === kinds.close) socket.end()
        else heard.push(JSON.parse(textOf(frame)) as Json)
      })
      socket.on('close', () => open.delete(socket))
      socket.on('error', () => socket.destroy())
    },
    say: (message: Json) => send(kinds.text, Buffer.from(JSON.stringify(message))),
    hangUp: (code: number) => send(kinds.close, Buffer.from([code >> 8, code & 255])),
    cut: () => open.forEach((socket) => socket.destroy()),
  }
}

function handshake(key: string): string {
  const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
  const lines = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade']
  return [...lines, `Sec-WebSocket-Accept: ${accept}`, '', ''].join('\r\n')
}

/** The text of a client's frame, which is always masked. */
function textOf(frame: Buffer): string {
  const short = (frame[1] ?? 0) & 127
  const [length, maskAt] = short === 126 ? [frame.readUInt16BE(2), 4] : [short, 2]
  const mask = frame.subarray(maskAt, maskAt + 4)
  const content = frame.subarray(maskAt + 4, maskAt + 4 + length)
  return Buffer.from(content.map((byte, at) => byte ^ (mask[at % 4] ?? 0))).toString()
}
