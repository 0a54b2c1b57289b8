import { rate, type Benchmark } from './lab/benchmark.ts'
import { jobsDone, makeBuyers, offerPlan, order, payRequests } from './lab/checkout.ts'
import { lowCost } from './lab/customers.ts'
import { startGenerator } from './lab/load.ts'
import { inTurn } from './lab/rounds.ts'
import { startServer } from './lab/server.ts'

/** Payments from the wallet, 50 at once of 50 customers, against 16 at once: a crowd must not slow itself down. */
export const crowd: Benchmark = {
  id: 'P12',
  run: async (effort) => {
    await using server = await startServer({ env: lowCost })
    await using generator = startGenerator()
    const perRound = Math.round(400 * effort.scale)
    const planId = await offerPlan(server)
    const customers = await makeBuyers(server, 1, perRound * 2 * (effort.rounds + 1))
    const unpaid = await order(server, generator, customers, planId)
    const atOnce = (connections: number) => async () => {
      await jobsDone(server)
      const requests = payRequests(unpaid.splice(0, perRound))
      return (await generator.load({ port: server.port, connections, requests })).perSecond
    }
    const { figure, reference, ratio } = await inTurn(effort.rounds, atOnce(50), atOnce(16))
    return [
      {
        what: 'payments from the wallet of 50 customers, 50 at once against 16 at once',
        figure: rate(figure),
        reference: rate(reference),
        value: ratio,
        unit: '',
        target: { atLeast: 0.9 },
      },
    ]
  },
}
