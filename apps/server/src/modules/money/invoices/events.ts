import { eventType } from '../../../platform/events.ts'

export interface DraftReady {
  readonly invoice_id: string
}

export const draftReadyType = eventType<DraftReady>('invoices.draft_ready.v1')

/** A draft waits for its number; once per draft. */
export const draftReady = (invoiceId: string) => draftReadyType([invoiceId], { invoice_id: invoiceId })
