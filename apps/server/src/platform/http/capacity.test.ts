import { EventEmitter } from 'node:events'
import type { Server } from 'node:http'
import pino from 'pino'
import { expect, test } from 'vitest'
import { capConnections } from './capacity.ts'

function capped(maxConnections: number) {
  const server = Object.assign(new EventEmitter(), {
    closeIdleConnections: () => undefined,
    maxConnections: 0,
  })
  capConnections(server as unknown as Server, maxConnections, pino({ enabled: false }))
  const connect = (remoteAddress: string) => {
    const socket = Object.assign(new EventEmitter(), {
      remoteAddress,
      isOpen: true,
      destroy: () => undefined,
    })
    socket.destroy = () => void ((socket.isOpen = false), socket.emit('close'))
    server.emit('connection', socket)
    return socket
  }
  return { server, connect }
}

test('one network holds three quarters of all connections at most, and others come in', () => {
  const { server, connect } = capped(100)
  expect(server.maxConnections).toBe(100)
  const held = Array.from({ length: 200 }, (_, i) => connect(i % 2 ? '::ffff:192.0.2.1' : '192.0.2.1'))
  expect(held.filter(({ isOpen }) => isOpen)).toHaveLength(75)
  expect(connect('192.0.2.2').isOpen).toBe(true)
  expect(connect('192.0.2.1').isOpen).toBe(false)
  held[0]?.destroy()
  expect(connect('192.0.2.1').isOpen).toBe(true)
})

test('the addresses of one IPv6 line are one network', () => {
  const { connect } = capped(100)
  const held = Array.from({ length: 100 }, (_, i) => connect(`2001:db8::${i.toString(16)}`))
  expect(held.filter(({ isOpen }) => isOpen)).toHaveLength(75)
  expect(connect('2001:db8:0:1::1').isOpen).toBe(true)
})
