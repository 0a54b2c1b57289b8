import { expect, test } from 'vitest'
import { hintOf } from './messages.ts'
import { bindHttp } from './platform/http/bind.ts'

test.each(['192.0.2.1', 'host.invalid'])(
  'an address that this machine does not have is not taken for the database’s: %s',
  async (host) => {
    const error: unknown = await bindHttp(0, host).catch((reason: unknown) => reason)
    expect(hintOf(error)?.en).toContain('server.host')
  },
)

test('a host of the database that is unknown is', () => {
  const error = Object.assign(new Error('getaddrinfo ENOTFOUND db'), { code: 'ENOTFOUND', syscall: 'getaddrinfo' }) // prettier-ignore
  expect(hintOf(error)?.en).toContain('DATABASE_URL')
})
