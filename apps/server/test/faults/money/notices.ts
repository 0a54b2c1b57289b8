import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { YipayNotice } from '../../gateways/yipay.ts'
import { oneOf } from '../client.ts'
import { count } from './book.ts'
import type { Buyer } from './buyer.ts'
import { noticeUrl } from './shop.ts'

/** What a stranger, or a thief of a signed text, may send: none of it pays for anything. */
const forgeries: readonly [string, YipayNotice][] = [
  ['another key', { key: 'a-key-of-nobody' }],
  ['another amount after signing', { unsigned: { money: '0.01' } }],
  ['another amount, signed', { fields: { money: '0.01' } }],
  ['another merchant, signed', { fields: { pid: '9' } }],
  ['a number that was never given, signed', { fields: { out_trade_no: 'f'.repeat(32) } }],
  ['a value twice', { behind: '&money=30.00' }],
]

/** Sends a notice to whatever server lives, as gateways do: again until it was taken. */
export async function notify(client: Buyer, reference: string): Promise<void> {
  for (;;) {
    const status = await sent(client, reference)
    if (status === 200) return count(client.book, 'notices')
    // Cut off, or without a database: sent again.
    if (status !== undefined && status !== 503)
      return void client.ledger.wrong.push(`a notice of ${reference}: ${status}`)
    await sleep(50 + randomInt(100))
  }
}

/** A forged notice is refused, or meets no server. */
export async function forge(client: Buyer, reference: string): Promise<void> {
  const [what, notice] = oneOf(forgeries)
  const status = await sent(client, reference, notice)
  if (status !== undefined && status !== 503 && status !== 400)
    client.ledger.wrong.push(`a notice with ${what}: ${status}`)
  if (status === 400) count(client.book, 'forged notices refused')
}

const sent = async ({ shop, urls }: Buyer, reference: string, notice: YipayNotice = {}) => {
  const to = noticeUrl(oneOf(urls()), shop)
  const answer = await shop.yipay.notify(reference, { ...notice, to }).catch(() => undefined)
  return answer?.status
}
