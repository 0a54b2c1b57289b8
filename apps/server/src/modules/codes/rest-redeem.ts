import { z } from '@hono/zod-openapi'
import { leaseShape, presentLease } from '../leases/index.ts'
import { opaque } from '../../platform/http/fields.ts'
import { post } from '../../platform/http/route.ts'
import { codeExpired, codeRevoked, codeUnknown, codeUsed } from './errors.ts'
import { redeemCode } from './redeem-code.ts'

export const postRecharge = post(
  '/api/recharge',
  {
    summary: 'Turn a code into time',
    who: 'customer',
    limit: 'codeGuess',
    keyed: true,
    body: z.strictObject({ card_code: opaque(200) }),
    data: z.object({ ...leaseShape, added_days: z.number(), level: z.number() }),
    refuses: [codeUnknown, codeUsed, codeExpired, codeRevoked],
  },
  async ({ cmd, body }) => {
    await cmd.ground.limits.count('codeGuessByIp', cmd.ip)
    const redeemed = await redeemCode(cmd, { cardCode: body.card_code })
    return { ...presentLease(redeemed), added_days: redeemed.addedDays, level: redeemed.addedLevel }
  },
)
