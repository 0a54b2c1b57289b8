import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { mostLines, rowsOf, textOf } from './csv-text.ts'
import { compare, linesOf, previewOf, waysOf, type Counted, type Line } from './model.ts'

describe('a file', () => {
  test('is read as UTF-8 and as GBK; what is neither isn’t', () => {
    expect(textOf(Buffer.from('金额,1.00'))).toBe('金额,1.00')
    // The same in GBK.
    expect(textOf(Buffer.from([0xbd, 0xf0, 0xb6, 0xee, 0x2c, 0x31]))).toBe('金额,1')
    expect(textOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0x00, 0xff, 0xff]))).toBeUndefined()
  })

  test.each([
    ['a,b\r\n"1,""2""",3\r\n', [['a', 'b'], ['1,"2"', '3']]],
    ['`a`,`b\n', [['a`', 'b']]],
    ['a\t,b\t\n\n1,\n', [['a', 'b'], ['1', '']]],
    ['a;b\n1;2', [['a', 'b'], ['1', '2']]],
    ['"line\nbreak",2', [['line\nbreak', '2']]],
  ])('%j has its cells', (text, rows) => expect(rowsOf(text)).toEqual(rows)) // prettier-ignore

  test('is read no further than it may be long', () => {
    expect(rowsOf('a,b\n'.repeat(mostLines + 50))).toHaveLength(mostLines + 1)
  })
})

const mapping = { reference: '商户订单号', transaction: '支付宝交易号', amount: '收入金额（+元）', time: '发生时间', fee: '服务费（元）', only: { column: '业务类型', value: '交易付款' } } // prettier-ignore
const reference = 'a'.repeat(32)
const alipay = `#支付宝账务明细查询
#账号：[2088]
账务流水号,支付宝交易号,商户订单号,商品名称,发生时间,收入金额（+元）,支出金额（-元）,业务类型,服务费（元）
1\t,T1\t,${reference}\t,VIP,2026-07-01 00:00:05,30.00,,交易付款,-0.18
2\t,T2\t,other\t,VIP,2026/7/1 8:05,"1,030.50",,交易付款,
3\t,T1\t,${reference}\t,VIP,2026-07-01 09:00:00,,-30.00,交易退款,
#总计,,,,,1060.50,,,
`

describe('Alipay’s file', () => {
  const rows = rowsOf(alipay)
  test('has its columns guessed', () => {
    expect(previewOf(rows)).toMatchObject({ guess: mapping, sample: [{ 0: '1' }, { 0: '2' }, { 0: '3' }] })
  })

  test('has its payments; refunds and sums are left out', () => {
    const { lines, skipped } = linesOf(rows, mapping, 'Asia/Shanghai')
    const first = { reference, transaction: 'T1', amountFen: 3_000, feeFen: 18, at: new Date('2026-06-30T16:00:05Z') }
    expect(lines).toEqual([first, { reference: 'other', transaction: 'T2', amountFen: 103_050, feeFen: 0, at: new Date('2026-07-01T00:05:00Z') }])
    expect(skipped).toBe(2)
  }) // prettier-ignore

  test('has no payments where a column isn’t there', () => {
    expect(linesOf(rows, { ...mapping, amount: '金额' }, 'Asia/Shanghai').lines).toEqual([])
  })
})

const paidAt = new Date('2026-07-01T04:00:00Z')
const payment = (id: string, more: Partial<Counted> = {}): Counted => ({ id, reference: `r${id}`, gatewayTx: `t${id}`, amountFen: 3_000, feeFen: 18, paidAt, ...more }) // prettier-ignore
const line = (id: string, more: Partial<Line> = {}): Line => ({ reference: `r${id}`, transaction: `t${id}`, amountFen: 3_000, feeFen: 18, at: paidAt, ...more }) // prettier-ignore
const kinds = (lines: Line[], payments: Counted[], elsewhere: string[] = []) =>
  compare(lines, payments, new Set(elsewhere)).differences.map(({ kind, paymentId }) => [kind, paymentId])

describe('a file against the payments', () => {
  test('that are the same differs in nothing', () => {
    expect(compare([line('1')], [payment('1')], new Set())).toEqual({ differences: [], matched: ['1'] })
    expect(kinds([line('1', { feeFen: undefined })], [payment('1')])).toEqual([])
  })

  test.each([
    ['unknown', [line('2')], [], [['missing_here', null]]],
    ['not paid', [line('1')], [payment('1', { paidAt: null, gatewayTx: null })], [['missing_here', '1']]],
    ['paid by another transaction', [line('1', { transaction: 'tx' })], [payment('1')], [['missing_here', '1'], ['missing_there', '1']]],
    ['twice in the file', [line('1'), line('1')], [payment('1')], [['missing_here', '1']]],
    ['not in the file', [], [payment('1')], [['missing_there', '1']]],
    ['another amount', [line('1', { amountFen: 2_999 })], [payment('1')], [['amount', '1']]],
    ['another fee', [line('1', { feeFen: 20 })], [payment('1')], [['fee', '1']]],
  ] as const)('%s', (_, lines, payments, wanted) => {
    expect(kinds([...lines], [...payments])).toEqual(wanted)
  }) // prettier-ignore

  test('leaves alone what another file has', () => {
    expect(kinds([], [payment('1')], ['1'])).toEqual([])
  })
})

test('only what can be is offered', () => {
  expect(waysOf('missing_here', 'p')).toEqual(['ask', 'confirm', 'dismiss'])
  expect(waysOf('missing_here', null)).toEqual(['dismiss'])
  expect(waysOf('fee', 'p')).toEqual(['note_fee', 'dismiss'])
  expect(waysOf('amount', 'p')).toEqual(['dismiss'])
})
