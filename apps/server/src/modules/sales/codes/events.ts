import { eventType } from '../../../platform/events.ts'

export interface Redemption {
  readonly code_id: string
  readonly batch_id: string
  readonly account_id: string
  /** Of a code worth time; else 0. */
  readonly level: number
  readonly days: number
  /** Of a code worth money. */
  readonly value?: string
}

const codeRedeemedType = eventType<Redemption>('codes.code_redeemed.v1')

/** A code was turned into what it is worth; once per code. */
export const codeRedeemed = (redemption: Redemption) => codeRedeemedType([redemption.code_id], redemption)
