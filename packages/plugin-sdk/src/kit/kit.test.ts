import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { FetchAnswer, Notice, NoticeRequest, NoticeVerdict } from '../index.ts'
import { conformance, type Ended, type Examples, type Outside, type Subject } from './index.ts'

// Each rule of the kit is broken once, by a plugin that is otherwise right.

type Fn = (input: never, outside: Outside, secrets: Readonly<Record<string, string>>) => unknown
type Plugin = Readonly<Record<string, Fn>>

const subject = (kind: Subject['kind'], plugin: Plugin, examples: Examples): Subject => ({
  kind,
  examples,
  run: (method, input, outside, values) => {
    try {
      const keys = { ...examples.secrets, ...values } as Readonly<Record<string, string>>
      const value = plugin[method]?.(input as never, outside, keys) ?? null
      return Promise.resolve<Ended>({ kind: 'answer', value })
    } catch (error) {
      return Promise.resolve<Ended>({ kind: 'failed', reason: String(error) })
    }
  },
})

/** What the kit finds wrong, in English. */
async function wrongIn(kind: Subject['kind'], plugin: Plugin, examples: Examples = {}): Promise<string[]> {
  const wrong: string[] = []
  for await (const finding of conformance(subject(kind, plugin, examples), Object.keys(plugin)))
    if (finding.wrong !== undefined) wrong.push(finding.tried.en)
  return wrong
}

const post = (outside: Outside, body: string): FetchAnswer =>
  outside.fetch({ url: 'https://example.com', headers: { 'content-type': 'application/json' }, body })

describe('a notifier', () => {
  const right: Fn = (notice: Notice, outside) => {
    if (post(outside, JSON.stringify({ text: notice.text })).status !== 200) throw new Error('not delivered')
  }
  it('that is right has nothing wrong', async () =>
    expect(await wrongIn('notifier', { send: right })).toEqual([]))
  it.each<[string, Plugin, RegExp]>([
    ['lacks its function', {}, /exports send/],
    ['sends nothing', { send: () => null }, /delivers a notice/],
    ['does not look at the answer', { send: (notice: Notice, outside) => void post(outside, notice.id && '{}') }, /answers 500/],
    ['hides that nobody is there', { send: (notice: Notice, outside) => { try { right(notice as never, outside, {}) } catch { /* as if delivered */ } } }, /unreachable/],
    ['writes JSON by hand', { send: (notice: Notice, outside) => { if (post(outside, `{"text": "${notice.text}"}`).status !== 200) throw new Error('no') } }, /quotes/],
  ])('that %s is found', async (_, plugin, finding) => {
    expect((await wrongIn('notifier', plugin)).join('\n')).toMatch(finding)
  }) // prettier-ignore
})

describe('a gateway', () => {
  // As small Chinese gateways sign: the values in the order of their names, then the key.
  const signOf = (values: Readonly<Record<string, string>>, key: string) => {
    const text = Object.keys(values).filter((name) => name !== 'sign').toSorted().map((name) => `${name}=${values[name]}`)
    return createHash('md5').update(text.join('&') + key).digest('hex')
  } // prettier-ignore
  const key = 'the-key-of-the-shop'
  const values = {
    pid: '1',
    out_trade_no: 'a'.repeat(32),
    money: '12.00',
    trade_no: 'T1',
    trade_status: 'TRADE_SUCCESS',
  }
  const facts = {
    status: 'paid',
    reference: values.out_trade_no,
    amount: '12.00',
    transaction: 'T1',
  } as const
  const request: NoticeRequest = {
    method: 'GET',
    query: new URLSearchParams({ ...values, sign: signOf(values, key) }).toString(),
    headers: {},
    body: '',
  }
  const examples: Examples = { secrets: { key }, notices: [{ request, facts }] }
  const no: NoticeVerdict = { isGenuine: false, reason: 'sign', reply: { status: 400, body: 'fail' } }
  const known = new Set([...Object.keys(values), 'sign'])

  type Fields = Readonly<Record<string, string>>
  const fieldsOf = ({ query }: NoticeRequest): Fields => Object.fromEntries(new URLSearchParams(query))
  const isOnce = ({ query }: NoticeRequest) =>
    new URLSearchParams(query).size === Object.keys(Object.fromEntries(new URLSearchParams(query))).length
  const withFields = (one: NoticeRequest, fields: Fields): NoticeRequest => ({
    ...one,
    query: new URLSearchParams(fields).toString(),
  })

  const isRight = (fields: Fields, { key: own = '' }: Fields) =>
    fields['sign'] === signOf(fields, own) &&
    Object.keys(fields).every((name) => known.has(name)) &&
    fields['trade_status'] === 'TRADE_SUCCESS'
  const notice = (one: NoticeRequest, _outside: Outside, secrets: Fields): NoticeVerdict => {
    const fields = fieldsOf(one)
    const isPlain = Object.values(fields).every((value) => !value.includes('&'))
    return isOnce(one) && isPlain && isRight(fields, secrets) ? genuine(fields) : no
  }
  const genuine = (fields: Fields): NoticeVerdict => ({
    isGenuine: true,
    facts: {
      status: 'paid',
      reference: fields['out_trade_no'] ?? '',
      amount: fields['money'] ?? '',
      transaction: fields['trade_no'] ?? '',
    },
    reply: { status: 200, body: 'success' },
  })
  const ask = (outside: Outside): Record<string, unknown> => {
    const { status, body } = post(outside, '{}')
    const said = status === 200 ? (JSON.parse(body) as unknown) : undefined
    if (typeof said !== 'object' || said === null) throw new Error('no answer')
    return said as Record<string, unknown>
  }
  const right: Plugin = {
    start: (_: never, outside) => {
      const { code } = ask(outside)
      if (typeof code !== 'string') throw new Error('no code')
      return { qrCode: code }
    },
    notice,
    query: (_: never, outside) => ({ status: ask(outside)['status'] === 1 ? 'paid' : 'unknown' }),
    refund: (_: never, outside) => {
      try {
        return { status: ask(outside)['status'] === 1 ? 'success' : 'sent' }
      } catch {
        return { status: 'sent' }
      }
    },
    queryRefund: (_: never, outside) => ({ status: ask(outside)['status'] === 1 ? 'success' : 'sent' }),
    check: () => null,
  }
  it('that is right has nothing wrong', async () =>
    expect(await wrongIn('gateway', right, examples)).toEqual([]))
  it.each<[string, Plugin, RegExp]>([
    ['believes every notice', { notice: (one: NoticeRequest) => genuine(fieldsOf(one)) }, /another sign[\s\S]*under another key/],
    ['does not sign the amount', { notice: (one: NoticeRequest, outside, secrets) => notice(withFields(one, { ...fieldsOf(one), money: '12.00' }), outside, secrets) }, /another money/],
    ['takes a field that is not signed', { notice: (one: NoticeRequest, outside, secrets) => notice(withFields(one, Object.fromEntries(Object.entries(fieldsOf(one)).filter(([name]) => known.has(name)))), outside, secrets) }, /one field more/],
    ['takes what comes twice', { notice: (one: NoticeRequest, outside, secrets) => notice(withFields(one, fieldsOf(one)), outside, secrets) }, /money twice/],
    ['takes a value with & in it', { notice: (one: NoticeRequest, _outside, secrets) => (isOnce(one) && isRight(fieldsOf(one), secrets) ? genuine(fieldsOf(one)) : no) }, /out_trade_no inside the value of money/],
    ['breaks down at junk', { notice: (one: NoticeRequest, outside, secrets) => { if (!fieldsOf(one)['sign']) throw new Error('no sign'); return notice(one, outside, secrets) } }, /nothing in it/],
    ['counts', { notice: (() => { let n = 0; return (one: NoticeRequest, outside: Outside, secrets: Fields) => ({ ...notice(one, outside, secrets), n: n++ }) })() }, /twice alike/],
    ['finds money in any answer', { query: (_: never, outside) => { post(outside, '{}'); return { status: 'paid' } } }, /query finds nothing done when it answers 500/],
    ['takes silence for success', { refund: (_: never, outside) => { try { ask(outside) } catch { /* taken for done */ } return { status: 'success' } } }, /refund finds nothing done when the host is unreachable/],
    ['takes silence for a refusal', { refund: (_: never, outside) => ({ status: ask(outside)['status'] === 1 ? 'success' : 'sent' }) }, /refund does not say that nothing was refunded when the host is unreachable/],
    ['shows a code that nobody gave', { start: () => ({ qrCode: 'weixin://made-up' }) }, /start shows no code/],
  ])('that %s is found', async (_, wrong, finding) => {
    expect((await wrongIn('gateway', { ...right, ...wrong }, examples)).join('\n')).toMatch(finding)
  }) // prettier-ignore
  it('without examples is not called right', async () => {
    expect(await wrongIn('gateway', right)).toEqual(['has an example of a notice'])
  })
  it('of a service without notices takes none', async () => {
    expect(await wrongIn('gateway', right, { hasNoNotices: true })).toEqual([])
    const believes = { ...right, notice: (one: NoticeRequest) => genuine(fieldsOf(one)) }
    expect((await wrongIn('gateway', believes, { hasNoNotices: true })).join()).toMatch(/takes no notice/)
  })
  it('takes nothing that its service signed for others, and nothing stale', async () => {
    const other = { ...values, pid: '2' }
    const refused = [
      {
        what: { en: 'a notice to another payee', zh: '其他收款方的通知' },
        request: withFields(request, { ...other, sign: signOf(other, key) }),
      },
    ]
    expect(await wrongIn('gateway', right, { ...examples, refused })).toEqual([refused[0]?.what.en].map((what) => `refuses ${what}`))
    const timed = { ...examples, notices: [{ request, facts, at: '2026-11-30T08:00:00Z' }] }
    expect(await wrongIn('gateway', right, timed)).toEqual(['refuses notice 1 ten minutes late', 'refuses notice 1 ten minutes early'])
  }) // prettier-ignore
  it('reads what its service answers, for the payment that it asked about', async () => {
    const answer = { status: 200, headers: {}, body: '{"status":1,"code":"weixin://pay"}' }
    const starts = [{ answer, action: { qrCode: 'weixin://other' } }]
    const queries = [{ payment: { reference: 'a'.repeat(32) }, answer, facts: { status: 'paid' as const } }]
    expect(await wrongIn('gateway', right, { ...examples, starts, queries })).toEqual([
      'reads answer 1 to a start',
      'finds nothing paid in answer 1 when it asked about another payment',
    ])
  })
})

describe('a provider', () => {
  const ask = (outside: Outside): unknown => {
    const { status, body } = post(outside, '{}')
    if (status !== 200) throw new Error(`It answered ${status}`)
    const said = JSON.parse(body) as { id?: unknown } | null
    if (typeof said?.id !== 'string') throw new Error('no answer')
    return said.id
  }
  const asks: Fn = (_: never, outside) => void ask(outside)
  const right: Plugin = {
    template: () => ({}),
    find: (_: never, outside) => ({ reference: ask(outside) }),
    create: (_: never, outside) => ({ reference: ask(outside) }),
    control: asks,
    resize: asks,
    observe: () => ({ state: 'error' }),
    remove: asks,
    list: () => [],
  }
  it('that is right has nothing wrong', async () => expect(await wrongIn('provider', right)).toEqual([]))
  it.each<[string, Plugin, RegExp]>([
    ['says absent when nobody answered', { find: () => null }, /does not say absent/],
    ['says it made what nobody made', { create: () => ({ reference: 'made-up' }) }, /create claims nothing/],
    ['says it removed what nobody removed', { remove: () => null }, /remove claims nothing/],
  ])('that %s is found', async (_, wrong, finding) => {
    expect((await wrongIn('provider', { ...right, ...wrong })).join('\n')).toMatch(finding)
  })
})
