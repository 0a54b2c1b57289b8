import { eventType } from '../../../platform/events.ts'

export interface Redemption {
  readonly code_id: string
  readonly batch_id: string
  readonly account_id: string
  readonly level: number
  readonly days: number
}

const codeRedeemedType = eventType<Redemption>('codes.code_redeemed.v1')

/** A code was turned into time; once per code. */
export const codeRedeemed = (redemption: Redemption) => codeRedeemedType([redemption.code_id], redemption)
