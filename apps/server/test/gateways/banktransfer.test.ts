import { expect, test } from 'vitest'
import { testAppForThis } from '../harness.ts'
import { gateway, newGateway, payment, refundOf, shippedPlugins } from './shop.ts'

test('a bank transfer shows the account and the reference; what came and goes back is for staff to say', async () => {
  const app = await testAppForThis({ shippedPlugins })
  const config = { holder: '示例有限公司', bank: '示例银行', account: '6200 0000', note: '一天内确认。' }
  const gate = gateway(app, await newGateway(app, 'gateway-banktransfer', config))
  const one = payment()
  const { instructions } = ((await gate.start(one)) as { value: { instructions: string } }).value
  for (const part of [...Object.values(config), '12.00 CNY', one.reference]) expect(instructions).toContain(part)
  expect(await gate.query(one)).toEqual({ kind: 'answer', value: { status: 'unknown' } })
  const notice = { method: 'POST', query: '', headers: {}, body: `reference=${one.reference}&status=paid` }
  expect(await gate.notice(notice)).toMatchObject({ value: { isGenuine: false } })
  const refund = refundOf(one, { amount: '5.00' })
  expect(await gate.refund(refund)).toMatchObject({ value: { actionRequired: expect.stringContaining('5.00') as string } })
  expect(await gate.queryRefund(refund)).toEqual({ kind: 'answer', value: { status: 'sent' } })
  expect(await gate.check()).toEqual({ kind: 'answer', value: null })
}) // prettier-ignore
