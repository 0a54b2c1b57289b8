import { newId } from '@lessor/kit'
import { setTimeout as sleep } from 'node:timers/promises'
import { openYipay } from '../apps/server/test/gateways/yipay.ts'
import type { Benchmark } from './lab/benchmark.ts'
import { makeBuyers, offerPlan, order } from './lab/checkout.ts'
import { lowCost } from './lab/customers.ts'
import { startGenerator, wire } from './lab/load.ts'
import { median } from './lab/rounds.ts'
import { startServer, type Server } from './lab/server.ts'

/** From the moment that a gateway sends its notice to the moment that the customer holds the VIP level. */
export const callbacks: Benchmark = {
  id: 'P13',
  run: async ({ scale }) => {
    await using server = await startServer({ env: lowCost })
    await using generator = startGenerator()
    const yipay = await openYipay()
    const gateway = await makeGateway(server, yipay.config)
    const planId = await offerPlan(server)
    const customers = await makeBuyers(server, 1, Math.round(500 * scale))
    const unpaid = await order(server, generator, customers, planId)
    const requests = unpaid.map(({ id, customer: { token } }) =>
      wire({ at: `POST /api/orders/${id}/pay`, token, key: newId(), body: { gateway } }),
    )
    await generator.load({ port: server.port, connections: 4, requests })
    const tookMs: number[] = []
    const to = `http://127.0.0.1:${server.port}/api/pay/${gateway}/notice`
    for (const { reference, of } of await begun(server)) {
      yipay.pay(reference)
      const began = performance.now()
      const notified = yipay.notify(reference, { to })
      await held(server, of)
      tookMs.push(performance.now() - began)
      if ((await notified).status !== 200) throw new Error('The notice was refused')
      // The next instance of the plugin is loaded meanwhile, as between two callbacks of a shop.
      await sleep(20)
    }
    await yipay.close()
    const p99 = tookMs.toSorted((a, b) => a - b)[Math.floor(tookMs.length * 0.99)] ?? NaN
    return [
      {
        what: 'a callback of yipay, which is asked before it is believed, until the VIP level is held, p99',
        figure: `p50 ${median(tookMs).toFixed(1)} ms`,
        reference: '',
        value: p99,
        unit: 'ms',
        target: { under: 100 },
      },
    ]
  },
}

async function makeGateway({ calls }: Server, config: object): Promise<string> {
  const cookie = await calls.ownerCookie()
  // The scan of the start may not be over yet; this one waits for it.
  await calls.raw('POST /api/admin/plugin-files/scan', { cookie })
  const body = { plugin: 'gateway-yipay', name: 'yipay', config }
  return (await calls.data<{ id: string }>('POST /api/admin/interfaces', { cookie, body })).id
}

async function begun({ db }: Server): Promise<{ reference: string; of: string }[]> {
  const sql = 'select reference, account_id as of from payments_payment order by id'
  return (await db.query<{ reference: string; of: string }>(sql, [])).rows
}

/** Waits until an account holds time, looking every millisecond. */
async function held({ db }: Server, accountId: string): Promise<void> {
  const sql = 'select 1 from leases_lease where account_id = $1 and expires_at is not null'
  while ((await db.query(sql, [accountId])).count === 0) await sleep(1)
}
