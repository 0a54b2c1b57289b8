import { z } from '@hono/zod-openapi'
import { DAY_MS } from '@lessor/kit'
import { accountById } from '../../people/accounts/index.ts'
import { codeRefusals as wrong, redeemCode } from '../../sales/codes/index.ts'
import { opaque } from '../../../platform/http/fields.ts'
import { post } from '../../../platform/http/route.ts'
import type { CustomerCommand } from '../../../platform/command.ts'
import { rateLimited } from '../../../platform/refusals.ts'
import { leaseShape, presentLease } from './present.ts'

/** The limit by address is for those who make many accounts: one of yesterday isn't held up by its neighbours. */
async function oldAccount({ services, actor, now }: CustomerCommand): Promise<string | undefined> {
  const account = await accountById(services.db, actor.id)
  return account && now.getTime() - account.createdAt.getTime() > DAY_MS ? actor.id : undefined
}

export const postRecharge = post(
  '/api/recharge',
  {
    summary: 'Redeem a code',
    who: 'customer',
    keyed: true,
    body: z.strictObject({ card_code: opaque(200) }),
    data: z.object({ ...leaseShape, added_days: z.number(), level: z.number() }),
    refuses: [...wrong, rateLimited],
  },
  async ({ cmd, body }) => {
    const { guesses } = cmd.services
    const guess = { limit: 'code', name: cmd.actor.id, wrong, known: () => oldAccount(cmd) } as const
    const redeemed = await guesses.attempt(cmd, guess, () => redeemCode(cmd, { cardCode: body.card_code }))
    return { ...presentLease(redeemed), added_days: redeemed.addedDays, level: redeemed.addedLevel }
  },
)
