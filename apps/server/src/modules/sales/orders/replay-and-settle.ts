import type { Command } from '../../../platform/command.ts'
import { askPayment, replayNotice, type Judged } from '../../money/payments/index.ts'
import { settle } from './hear-notice.ts'

/** Judges a kept notice again, and settles what it turns out to pay for. */
export async function replayAndSettle(
  cmd: Command,
  { id }: { readonly id: string },
): Promise<Judged['verdict']> {
  const { verdict, received, askFor } = await replayNotice(cmd, { id })
  const counted = received ?? (askFor ? await askPayment(cmd, askFor) : undefined)
  if (counted) await settle(cmd, counted)
  return verdict
}
