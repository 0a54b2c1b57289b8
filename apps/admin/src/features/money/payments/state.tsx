import type { components, ListItem } from '@lessor/contract'
import { Badge } from 'antd'
import { useTexts } from '../../../texts.ts'

export type Payment = ListItem<'/api/admin/payments'>
/** Of its own page. */
export interface PaymentWithReversal extends Payment {
  readonly reversal: components['schemas']['Reversal'] | null
}
export type Notice = ListItem<'/api/admin/payment-notices'>

const looks = {
  pending: 'warning',
  success: 'success',
  failed: 'error',
  refunded: 'default',
} as const satisfies Record<Payment['status'], string>

const verdictLooks = {
  accepted: 'success',
  asking: 'processing',
  repeated: 'default',
  forged: 'error',
  mismatch: 'error',
  unknown: 'warning',
  error: 'error',
} as const satisfies Record<Notice['verdict'], string>

export const paymentStates = Object.keys(looks) as readonly Payment['status'][]
export const verdicts = Object.keys(verdictLooks) as readonly Notice['verdict'][]

/** Where a payment stands: by its colour, and in a word. */
export function PaymentState({ of: state }: { readonly of: Payment['status'] }) {
  const t = useTexts()
  return <Badge status={looks[state]} text={t(`payments.states.${state}`)} />
}

/** What became of a notice. */
export function Verdict({ of: verdict }: { readonly of: Notice['verdict'] }) {
  const t = useTexts()
  return <Badge status={verdictLooks[verdict]} text={t(`payments.verdicts.${verdict}`)} />
}
