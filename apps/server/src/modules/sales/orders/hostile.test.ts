import { newId } from '@lessor/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shippedPlugins } from '../../../../test/gateways/shop.ts'
import { testApp } from '../../../../test/harness.ts'
import { long } from '../../../../test/long.ts'
import { attacks } from '../../../platform/plugin-host/attacks.ts'
import { pluginSource, send } from '../../core/plugins/testing.ts'
import { openShop, type Shop } from './testing.ts'
import { verifyBooks } from './verify-books.ts'

let shop: Shop
beforeAll(async () => void (shop = await openShop(await testApp({ shippedPlugins }))))
afterAll(async () => {
  await shop.yipay.close()
  await shop.app.stop()
})

/** One of each sort; in the long form all. */
const sorts = new Set([
  'doubles a string',
  'sorts a million',
  'loops',
  'loops at load',
  'calls itself',
  'asks the host a million times',
  'waits for nothing',
  'answers 100 MB',
  'throws a proxy',
  'turns a big integer to text',
])
const chosen = attacks.filter(([name]) => long || sorts.has(name))

/** Calls a hostile plugin; what became of it: refused when it is saved, or how its call ended. */
async function attack(source: string): Promise<string> {
  const plugin = `notifier-${newId().slice(-12)}`
  const saved = await shop.asStaff('POST /api/admin/plugins', {
    source: pluginSource(source, { id: plugin }),
  })
  if (saved.code !== 0) return saved.code
  const made = await shop.asStaff('POST /api/admin/interfaces', { plugin, name: plugin })
  const outcome = await send(shop, made.data.id, { text: 'hello' })
  await shop.asStaff(`DELETE /api/admin/interfaces/${made.data.id}`)
  return outcome.kind
}

/** A customer buys a VIP month by the good gateway; answers how long the server took in all, in ms. */
async function sell(): Promise<number> {
  const buyer = await shop.buyer()
  const begun = performance.now()
  const order = await shop.order(buyer)
  const { reference } = await shop.begin(buyer, order)
  shop.yipay.pay(reference)
  expect(await shop.yipay.notify(reference)).toEqual({ status: 200, body: 'success' })
  const isPaid = async () => (await buyer.get(`/api/orders/${order.id}`)).data.order.status === 'completed'
  await expect.poll(isPaid, { timeout: 20_000, interval: 20 }).toBe(true)
  expect((await buyer.get('/api/users/me')).status).toBe(200)
  return performance.now() - begun
}

test(
  'hostile plugins of every kind fail alone while the shop sells: no order is lost',
  { timeout: 300_000 },
  async () => {
    const ended: (readonly [string, string])[] = []
    const tookMs: number[] = []
    let isOver = false
    const attacking = (async () => {
      for (const [name, source] of chosen) ended.push([name, await attack(source)])
    })().finally(() => void (isOver = true))
    const selling = Array.from({ length: 2 }, async () => {
      while (!isOver) tookMs.push(await sell())
    })
    await Promise.all([attacking, ...selling])
    const answered = ended.filter(([, kind]) => kind === 'answer').map(([name]) => name)
    expect(answered).toEqual([])
    expect(ended).toHaveLength(chosen.length)
    const paid = (await shop.asStaff('GET /api/admin/orders?status=completed&limit=200')).data.items
    expect(paid).toHaveLength(Math.min(200, tookMs.length))
    expect((await shop.asStaff('GET /api/admin/orders?status=pending')).data.items).toEqual([])
    expect((await verifyBooks(shop.app.services)).problems).toEqual([])
    tookMs.sort((a, b) => a - b)
    const at = (share: number) => Math.round(tookMs[Math.floor((tookMs.length - 1) * share)] ?? 0)
    process.stdout.write(
      `${tookMs.length} orders beside ${ended.length} attacks: ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms\n`,
    )
  },
)
