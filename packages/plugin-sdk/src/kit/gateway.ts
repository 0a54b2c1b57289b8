import type { NoticeRequest, PaymentToStart, RefundToSend } from '../index.ts'
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
  yield* noticeFindings(subject)
  yield* queryFindings(subject)
  yield* outageFindings(subject)
}

async function* noticeFindings({ run, examples }: Subject): AsyncGenerator<Finding> {
  const notices = examples.notices ?? []
  yield {
    tried: { en: 'has an example of a notice', zh: '附有通知示例' },
    ...(notices.length === 0 && { wrong: 'Its examples have no notices, so forgeries can not be tried.' }),
  }
  const notice = (request: NoticeRequest, secrets?: Record<string, string>) =>
    run('notice', request, asked(noOutside).outside, secrets)
  for (const [i, { request, facts }] of notices.entries()) {
    const [first, second] = [await notice(request), await notice(request)]
    const said = first.kind === 'answer' ? (first.value as { facts?: object }).facts : undefined
    yield {
      tried: { en: `takes notice ${i + 1}, twice alike`, zh: `接受第 ${i + 1} 条通知，重复时结果一致` },
      ...(!isGenuine(first) || !hasSame(said, facts)
        ? { wrong: reasonOf(first) }
        : JSON.stringify(first) !== JSON.stringify(second) && { wrong: reasonOf(second) }),
    }
    for (const { what, forged } of forgeriesOf(request)) {
      const ended = await notice(forged)
      yield {
        tried: {
          en: `refuses notice ${i + 1} with ${what}`,
          zh: `拒绝被改动的第 ${i + 1} 条通知（${what}）`,
        },
        ...((isGenuine(ended) || ended.kind !== 'answer') && { wrong: reasonOf(ended) }),
      }
    }
    const others = Object.fromEntries(
      Object.keys(examples.secrets ?? {}).map((key) => [key, 'another-secret-of-nobody']),
    )
    const ended = await notice(request, others)
    yield {
      tried: { en: `refuses notice ${i + 1} under another key`, zh: `密钥不同时拒绝第 ${i + 1} 条通知` },
      ...(isGenuine(ended) && { wrong: reasonOf(ended) }),
    }
  }
}

const hasSame = (said: object | undefined, expected: object): boolean =>
  Object.entries(expected).every(
    ([key, value]) => (said as Record<string, unknown> | undefined)?.[key] === value,
  )

/** A request with one thing changed at a time: each value, a value less, one more, one twice. */
function* forgeriesOf(request: NoticeRequest): Generator<{ what: string; forged: NoticeRequest }> {
  for (const [key, value] of Object.entries(request.query)) {
    yield {
      what: `another ${key}`,
      forged: { ...request, query: { ...request.query, [key]: changed(value) } },
    }
    const { [key]: _gone, ...query } = request.query
    yield { what: `no ${key}`, forged: { ...request, query } }
  }
  if (Object.keys(request.query).length > 0)
    yield { what: 'one field more', forged: { ...request, query: { ...request.query, extra: '1' } } }
  const form = new URLSearchParams(request.body)
  if (request.body.includes('=') && !request.body.startsWith('{'))
    for (const [key, value] of form) {
      const other = new URLSearchParams(form)
      other.set(key, changed(value))
      yield { what: `another ${key}`, forged: { ...request, body: other.toString() } }
      other.delete(key)
      yield { what: `no ${key}`, forged: { ...request, body: other.toString() } }
      yield { what: `${key} twice`, forged: { ...request, body: `${request.body}&${key}=1` } }
    }
  else if (request.body) {
    const at = request.body.search(/\d/)
    yield { what: 'another digit', forged: { ...request, body: changedAt(request.body, Math.max(at, 0)) } }
  }
  for (const name of Object.keys(request.headers).filter((one) => /sign|timestamp|nonce|serial/i.test(one)))
    yield {
      what: `another ${name}`,
      forged: { ...request, headers: { ...request.headers, [name]: changed(request.headers[name] ?? '') } },
    }
  yield { what: 'nothing in it', forged: { ...request, query: {}, body: '' } }
  const junk = '{"a":'.repeat(10_000)
  yield { what: 'junk in it', forged: { ...request, query: { junk }, body: junk } }
}

const changed = (text: string) => (text === '' ? 'x' : changedAt(text, text.length - 1))
const changedAt = (text: string, at: number) => {
  const next = text[at] === '1' ? '2' : '1'
  return text.slice(0, at) + next + text.slice(at + 1)
}

async function* queryFindings({ run, examples }: Subject): AsyncGenerator<Finding> {
  for (const [i, { payment: of, answer, facts }] of (examples.queries ?? []).entries()) {
    const ended = await run('query', of, asked(() => answer).outside)
    const value = ended.kind === 'answer' ? (ended.value as object) : undefined
    yield {
      tried: { en: `reads answer ${i + 1} to a query`, zh: `读懂第 ${i + 1} 个查询结果` },
      ...(!hasSame(value, facts) && { wrong: reasonOf(ended) }),
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
    const ended = await run('start', payment, asked(fetch).outside)
    const { value } = ended as { value?: unknown }
    yield {
      tried: { en: `start shows no code to pay when ${en}`, zh: `${zh}时 start 不给出付款码` },
      // A page to pay at is made of the amount alone by some; a code is the service's answer.
      ...(hasField(value, 'qrCode') && { wrong: reasonOf(ended) }),
    }
  }
}
