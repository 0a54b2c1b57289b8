/** An input to begin with, for the functions that every plugin of a kind has. */
export function sampleInput(method: string | undefined): string {
  const input = samples[method ?? '']
  return JSON.stringify(input?.() ?? null, undefined, 2)
}

const payment = { reference: '0123456789abcdef0123456789abcdef', amount: '12.00', transaction: 'T-1' }
const instance = () => ({ id: '0123456789abcdef', name: 'test', specs: {} })
const refund = () => ({ ...payment, total: '12.00', refundReference: 'R-1', reason: 'test' })

const samples: Readonly<Record<string, () => object>> = {
  send: () => ({
    id: 'test-1',
    event: 'test',
    severity: 'info',
    title: 'Test',
    text: 'A notice from the console',
    at: new Date().toISOString(),
    attempt: 1,
  }),
  start: () => ({
    reference: payment.reference,
    amount: payment.amount,
    currency: 'CNY',
    title: 'Test',
    expiresAt: new Date(Date.now() + 900_000).toISOString(),
    noticeUrl: 'https://example.com/notice',
    returnUrl: 'https://example.com/return',
    ip: '192.0.2.1',
  }),
  notice: () => ({ method: 'POST', query: '', headers: {}, body: '' }),
  query: () => ({ reference: payment.reference, transaction: payment.transaction }),
  refund,
  queryRefund: refund,
  find: () => ({ id: instance().id }),
  create: instance,
  control: () => ({ ...instance(), action: 'start' }),
  resize: instance,
  observe: instance,
  remove: instance,
}
