import { openContract } from '@lessor/contract'
import { expect, test } from 'vitest'
import { testAppForThis } from './harness.ts'

test('the typed client speaks with the server: an answer is data, a refusal is an error with its code', async () => {
  const { url: baseUrl } = await testAppForThis()
  const { GET, POST } = openContract({ baseUrl })
  const body = { username: 'zhang.wei', password: 'correct horse' }
  const registered = await POST('/api/auth/register', { body })
  expect(registered.data?.data.user.username).toBe('zhang.wei')

  const device = { hardware_code: 'HW-1', software_version: '1.0.0' }
  const { data } = await POST('/api/auth/login', { body: { ...body, ...device } })
  const me = await GET('/api/users/me', { headers: { authorization: `Bearer ${data?.data.token}` } })
  expect(me.data?.data.vip_level).toBe(0)

  const wrong = await POST('/api/auth/login', { body: { ...body, ...device, password: 'wrong horse' } })
  expect(wrong.error?.code).toBe('invalid_credentials')
})
