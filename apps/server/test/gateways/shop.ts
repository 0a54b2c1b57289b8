import type { FetchAnswer, NoticeRequest, PaymentToStart, RefundToSend } from '@lessor/plugin-sdk'
import { newId } from '@lessor/kit'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { callInterface } from '../../src/modules/core/plugins/index.ts'
import type { Outcome } from '../../src/platform/plugin-host/wire.ts'
import { call, ownerCookie, type Loose, type Reachable } from '../calls.ts'
import type { TestApp } from '../harness.ts'

/** The plugins that we ship: `testApp({ shippedPlugins })` has them. */
export const shippedPlugins = join(import.meta.dirname, '../../../../plugins')

/** Makes an interface of a shipped plugin, as the owner; answers its id. */
export async function newGateway(app: Reachable, plugin: string, config: object): Promise<string> {
  const cookie = await ownerCookie(app)
  const name = `${plugin} ${newId()}`
  // The scan of the start may not be over yet; this one waits for it.
  await call(app, 'POST /api/admin/plugin-files/scan', { cookie })
  const { data, code, errors } = await call(app, 'POST /api/admin/interfaces', {
    cookie,
    body: { plugin, name, config },
  })
  if (code !== 0) throw new Error(`No interface was made: ${code} ${JSON.stringify(errors)}`)
  return (data as { id: string }).id
}

/** The functions of a gateway, called as the modules of the server call them. */
export function gateway(app: TestApp, interfaceId: string) {
  const run = (method: string) => (input: unknown) =>
    callInterface(app.command({ kind: 'system', name: 'test' }), { interfaceId, method, input })
  return {
    start: run('start') as (payment: PaymentToStart) => Promise<Outcome>,
    notice: run('notice') as (request: NoticeRequest) => Promise<Outcome>,
    query: run('query') as (payment: { reference: string }) => Promise<Outcome>,
    refund: run('refund') as (refund: RefundToSend) => Promise<Outcome>,
    queryRefund: run('queryRefund') as (refund: RefundToSend) => Promise<Outcome>,
    check: () => run('check')(null),
  }
}

const plain = () => newId().replaceAll('-', '')

/** A payment of 12.00 with a number of its own. */
export const payment = (more: Partial<PaymentToStart> = {}): PaymentToStart => ({
  ...{ reference: plain(), amount: '12.00', currency: 'CNY', title: 'VIP 会员 30 天' },
  ...{ expiresAt: '2026-07-01T04:30:00.000Z', ip: '198.51.100.7' },
  ...{ noticeUrl: 'https://shop.example.com/api/pay/1/notice', returnUrl: 'https://shop.example.com/orders/1' },
  ...more,
}) // prettier-ignore

export const refundOf = (
  { reference, amount }: Pick<PaymentToStart, 'reference' | 'amount'>,
  more: Partial<RefundToSend> = {},
): RefundToSend => ({
  ...{ reference, transaction: '', amount, total: amount, refundReference: plain(), reason: 'A test' },
  ...more,
})

/** Stands where the shop takes notices: hands each to the plugin, and sends its reply. */
export async function noticeDoor(take: (request: NoticeRequest) => Promise<Outcome>) {
  const verdicts: Loose[] = []
  const server = createServer((request, response) => {
    void (async () => {
      const [, query = ''] = (request.url ?? '').split(/\?(.*)/s)
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
      )
      const outcome = await take({ method: request.method ?? '', query, headers, body: await text(request) })
      verdicts.push(outcome.kind === 'answer' ? outcome.value : outcome)
      const { status, body } = replyOf(outcome)
      response.writeHead(status).end(body)
    })()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => new Promise((done) => server.close(() => done())))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notice`, verdicts }
}

const replyOf = (outcome: Outcome): Pick<FetchAnswer, 'status' | 'body'> =>
  outcome.kind === 'answer'
    ? (outcome.value as { reply: FetchAnswer }).reply
    : { status: 500, body: JSON.stringify(outcome) }
