import { z } from '@hono/zod-openapi'
import { knownAccount } from '../../people/accounts/index.ts'
import { codeRefusals as wrong, redeemCode } from '../../sales/codes/index.ts'
import { opaque } from '../../../platform/http/fields.ts'
import { post } from '../../../platform/http/route.ts'
import { rateLimited } from '../../../platform/refusals.ts'
import { leaseShape, presentLease } from './present.ts'

export const postRecharge = post(
  '/api/recharge',
  {
    summary: 'Redeem a code',
    who: 'customer',
    keyed: true,
    body: z.strictObject({ card_code: opaque(200) }),
    data: z.object({
      ...leaseShape,
      added_days: z.number(),
      level: z.number(),
      added_amount: z
        .string()
        .optional()
        .openapi({ description: 'Only of a code worth money, which adds no days: put into the wallet' }),
    }),
    refuses: [...wrong, rateLimited],
  },
  async ({ cmd, body }) => {
    const { guesses } = cmd.services
    const guess = { limit: 'code', name: cmd.actor.id, wrong, known: () => knownAccount(cmd) } as const
    const redeemed = await guesses.attempt(cmd, guess, () => redeemCode(cmd, { cardCode: body.card_code }))
    return {
      ...presentLease(redeemed),
      added_days: redeemed.addedDays,
      level: redeemed.addedLevel,
      // Absent for time: an older process that runs beside this one answers so too.
      ...(redeemed.addedAmount !== undefined && { added_amount: redeemed.addedAmount }),
    }
  },
)
