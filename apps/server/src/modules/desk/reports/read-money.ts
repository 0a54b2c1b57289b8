import { formatAmount, parseAmount, startOfDayPlus } from '@lessor/kit'
import { demand, type Command } from '../../../platform/command.ts'
import { reportsMay } from './permissions.ts'
import { deferred, owedNow, takenIn } from './queries.ts'
import { justAfter } from './read-sales.ts'

/** How many days each span has, today included. */
export const spans = { today: 1, days_7: 7, days_30: 30 } as const
export type Span = keyof typeof spans

export interface TakenAmounts {
  readonly received: string
  readonly income: string
  readonly refunded: string
}

/** What was taken today, in 7 and in 30 days, each beside as many days before; and what is owed now. */
export async function readMoney(cmd: Command) {
  demand(cmd, reportsMay.read)
  const { db, settings } = cmd.services
  const zone = settings.server.time_zone
  const names = Object.keys(spans) as Span[]
  const startOf = (days: number) => startOfDayPlus(cmd.now, zone, 1 - days)
  const asked = names.flatMap((name) => {
    const days = spans[name]
    const now = { name, from: startOf(days), to: startOfDayPlus(cmd.now, zone, 1) }
    return [now, { name: `${name} before`, from: startOf(2 * days), to: startOf(days) }]
  })
  const [taken, owed, open] = await Promise.all([
    takenIn.all(db, {
      names: asked.map(({ name }) => name),
      froms: asked.map(({ from }) => from),
      tos: asked.map(({ to }) => to),
    }),
    owedNow.one(db, {}),
    deferred.all(db, { ats: [justAfter(cmd.now)] }),
  ])
  const found = new Map(taken.map(({ name, ...amounts }) => [name, amounts]))
  const spanOf = (name: string): TakenAmounts =>
    found.get(name) ?? { received: '0.00', income: '0.00', refunded: '0.00' }
  const unearnedFen = open.reduce((sum, { amount }) => sum + parseAmount(amount), 0)
  return {
    spans: names.map((span) => ({ span, ...spanOf(span), before: spanOf(`${span} before`) })),
    owed: { ...owed, unearned: formatAmount(unearnedFen) },
  }
}
