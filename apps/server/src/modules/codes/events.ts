import { event } from '../../platform/events.ts'

export interface Redemption {
  readonly code_id: string
  readonly batch_id: string
  readonly account_id: string
  readonly level: number
  readonly days: number
}

/** A code was turned into time; once per code. */
export const codeRedeemed = (redemption: Redemption) =>
  event('codes.code_redeemed.v1', [redemption.code_id], redemption)
