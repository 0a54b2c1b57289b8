import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { testAppForThis } from '../../../test/harness.ts'

test('a body that is cut off counts as the caller’s fault, not as an outage', async () => {
  const app = await testAppForThis({ env: { LESSOR_METRICS_TOKEN: 'the-token-of-this-test' } })
  const socket = connect(app.port, '127.0.0.1')
  const head = 'POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'
  socket.write(`${head}Content-Length: 100\r\n\r\n{"username":`, () => socket.destroy())
  const headers = { authorization: 'Bearer the-token-of-this-test' }
  const counted = async () => {
    const text = await (await fetch(`${app.url}/metrics`, { headers })).text()
    return text.split('\n').filter((line) => line.includes('"/api/auth/login"') && /_total|_count/.test(line))
  }
  const patience = { timeout: 10_000 }
  await expect.poll(async () => (await counted()).join(), patience).toContain('status="400"')
  expect((await counted()).join()).not.toMatch(/status="5/)
  expect(app.logged.filter((line) => line.includes('sent away'))).toEqual([])
})
