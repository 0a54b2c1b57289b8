import type { NoticeRequest, PaymentToStart, RefundToSend } from '../index.ts'
import { forgeriesOf } from './forgeries.ts'
import {
  asked,
  emptyAnswers,
  hasField,
  hostileAnswers,
  reasonOf,
  type Ended,
  type Finding,
  type Subject,
} from './subject.ts'

const payment: PaymentToStart = {
  reference: '01939a60000070008000000000000001',
  amount: '12.00',
  currency: 'CNY',
  title: 'VIP',
  expiresAt: '2026-11-30T08:30:00.000Z',
  noticeUrl: 'https://example.com/api/pay/1/notice',
  returnUrl: 'https://example.com/orders/1',
  ip: '198.51.100.7',
}
const refund: RefundToSend = {
  reference: payment.reference,
  transaction: 'T1',
  amount: '5.00',
  total: '12.00',
  refundReference: '01939a60000070008000000000000002',
  reason: 'A test',
}

const noOutside = () => {
  throw new Error('unreachable')
}
const statusOf = (ended: Ended) =>
  ended.kind === 'answer' && hasField(ended.value, 'status')
    ? (ended.value as { status: unknown }).status
    : undefined
const isGenuine = (ended: Ended) =>
  ended.kind === 'answer' && (ended.value as { isGenuine?: unknown } | null)?.isGenuine === true

/** A gateway takes what its service signed, and nothing else; and it never finds money in an answer that has none. */
export async function* gatewayFindings(subject: Subject): AsyncGenerator<Finding> {
  yield* startFindings(subject)
  yield* noticeFindings(subject)
  yield* queryFindings(subject)
  yield* outageFindings(subject)
}

async function* startFindings({ run, examples }: Subject): AsyncGenerator<Finding> {
  for (const [i, { payment: own, answer, action, at }] of (examples.starts ?? []).entries()) {
    const ended = await run('start', { ...payment, ...own }, asked(() => answer, at).outside)
    yield {
      tried: { en: `reads answer ${i + 1} to a start`, zh: `读懂第 ${i + 1} 个下单结果` },
      ...(!hasSame(answerOf(ended), action) && { wrong: reasonOf(ended) }),
    }
  }
}

async function* noticeFindings(subject: Subject): AsyncGenerator<Finding> {
  const { examples } = subject
  const notices = examples.notices ?? []
  if (examples.hasNoNotices) yield* strangerFindings(subject)
  else
    yield {
      tried: { en: 'has an example of a notice', zh: '附有通知示例' },
      ...(notices.length === 0 && { wrong: 'Its examples have no notices, so forgeries can not be tried.' }),
    }
  for (const [i, notice] of notices.entries()) {
    yield await takenTwice(subject, notice, i + 1)
    yield* forgeryFindings(subject, notice, i + 1)
  }
  for (const { what, request, at } of examples.refused ?? [])
    yield {
      tried: { en: `refuses ${what.en}`, zh: `拒绝${what.zh}` },
      ...wrongUnlessRefused(await noticed(subject, request, at)),
    }
}

const noticed = (
  { run }: Subject,
  request: NoticeRequest,
  at: string | undefined,
  values?: Record<string, string>,
) => run('notice', request, asked(noOutside, at).outside, values)

/** What is no notice is refused by an answer, not by breaking down. */
const wrongUnlessRefused = (ended: Ended) =>
  (isGenuine(ended) || ended.kind !== 'answer') && { wrong: reasonOf(ended) }

type Example = NonNullable<Subject['examples']['notices']>[number]

async function takenTwice(subject: Subject, { request, facts, at }: Example, n: number): Promise<Finding> {
  const [first, second] = [await noticed(subject, request, at), await noticed(subject, request, at)]
  const said = first.kind === 'answer' ? (first.value as { facts?: object }).facts : undefined
  return {
    tried: { en: `takes notice ${n}, twice alike`, zh: `接受第 ${n} 条通知，重复时结果一致` },
    ...(!isGenuine(first) || !hasSame(said, facts)
      ? { wrong: reasonOf(first) }
      : JSON.stringify(first) !== JSON.stringify(second) && { wrong: reasonOf(second) }),
  }
}

const staleAfterMs = 600_000

async function* forgeryFindings(
  subject: Subject,
  { request, at }: Example,
  n: number,
): AsyncGenerator<Finding> {
  for (const { what, forged } of forgeriesOf(request))
    yield {
      tried: { en: `refuses notice ${n} with ${what.en}`, zh: `拒绝被改动的第 ${n} 条通知（${what.zh}）` },
      ...wrongUnlessRefused(await noticed(subject, forged, at)),
    }
  const { secrets = {}, otherKeys } = subject.examples
  const others = Object.fromEntries(Object.keys(secrets).map((key) => [key, 'another-secret-of-nobody']))
  const ended = await noticed(subject, request, at, { ...others, ...otherKeys })
  yield {
    tried: { en: `refuses notice ${n} under another key`, zh: `密钥不同时拒绝第 ${n} 条通知` },
    ...(isGenuine(ended) && { wrong: reasonOf(ended) }),
  }
  if (at === undefined) return
  for (const [late, zh] of [[staleAfterMs, '过期'], [-staleAfterMs, '来自未来']] as const)
    yield {
      tried: { en: `refuses notice ${n} ten minutes ${late > 0 ? 'late' : 'early'}`, zh: `拒绝第 ${n} 条通知（${zh}）` },
      ...wrongUnlessRefused(await noticed(subject, request, new Date(Date.parse(at) + late).toISOString())),
    }
} // prettier-ignore

/** Of a service that sends no notices none is genuine. */
async function* strangerFindings(subject: Subject): AsyncGenerator<Finding> {
  const fields = `out_trade_no=${payment.reference}&money=${payment.amount}&trade_status=TRADE_SUCCESS&sign=1`
  const requests: NoticeRequest[] = [
    { method: 'GET', query: fields, headers: {}, body: '' },
    { method: 'POST', query: '', headers: {}, body: fields },
    { method: 'POST', query: '', headers: {}, body: JSON.stringify(payment) },
    { method: 'POST', query: '', headers: {}, body: '' },
  ]
  for (const [i, request] of requests.entries())
    yield {
      tried: { en: `takes no notice: ${i + 1}`, zh: `不接受任何通知：${i + 1}` },
      ...wrongUnlessRefused(await noticed(subject, request, undefined)),
    }
}

const answerOf = (ended: Ended) => (ended.kind === 'answer' ? (ended.value as object) : undefined)

const hasSame = (said: object | undefined, expected: object): boolean =>
  Object.entries(expected).every(
    ([key, value]) => (said as Record<string, unknown> | undefined)?.[key] === value,
  )

async function* queryFindings({ run, examples }: Subject): AsyncGenerator<Finding> {
  for (const [i, { payment: of, answer, facts, at }] of (examples.queries ?? []).entries()) {
    const { outside } = asked(() => answer, at)
    const ended = await run('query', of, outside)
    yield {
      tried: { en: `reads answer ${i + 1} to a query`, zh: `读懂第 ${i + 1} 个查询结果` },
      ...(!hasSame(answerOf(ended), facts) && { wrong: reasonOf(ended) }),
    }
    const other = await run('query', { reference: `${of.reference.slice(0, -4)}ffff` }, outside)
    yield {
      tried: {
        en: `finds nothing paid in answer ${i + 1} when it asked about another payment`,
        zh: `查询其他付款时不采信第 ${i + 1} 个结果`,
      },
      ...(statusOf(other) === 'paid' && { wrong: reasonOf(other) }),
    }
  }
}

/** Calls at which no money may be found while the service is out of order. */
const calls = [
  ['query', { reference: payment.reference }, (status: unknown) => status === 'paid'],
  ['refund', refund, (status: unknown) => status === 'success'],
  ['queryRefund', refund, (status: unknown) => status === 'success'],
] as const

async function* outageFindings({ run }: Subject): AsyncGenerator<Finding> {
  for (const [{ en, zh }, fetch] of [...hostileAnswers, ...emptyAnswers]) {
    for (const [method, input, isWrong] of calls) {
      const ended = await run(method, input, asked(fetch).outside)
      yield {
        tried: { en: `${method} finds nothing done when ${en}`, zh: `${zh}时 ${method} 不认为已完成` },
        ...(isWrong(statusOf(ended)) && { wrong: reasonOf(ended) }),
      }
    }
    const lost = await run('refund', refund, asked(fetch).outside)
    yield {
      tried: {
        en: `refund does not say that nothing was refunded when ${en}`,
        zh: `${zh}时 refund 不断言未退款`,
      },
      // What was lost may have been the answer alone.
      ...((lost.kind === 'failed' || statusOf(lost) === 'failed') && { wrong: reasonOf(lost) }),
    }
    const ended = await run('start', payment, asked(fetch).outside)
    const { value } = ended as { value?: unknown }
    yield {
      tried: { en: `start shows no code to pay when ${en}`, zh: `${zh}时 start 不给出付款码` },
      // A page to pay at is made of the amount alone by some; a code is the service's answer.
      ...(hasField(value, 'qrCode') && { wrong: reasonOf(ended) }),
    }
  }
}
