import { newId, type Language } from '@lessor/kit'
import { eventType } from '../../../platform/events.ts'
import type { MailPurpose } from './model.ts'

/** Without the code: it is made when the mail is written, and no event row ever holds it. */
export interface MailCodeWanted {
  /** Null: for an unknown account. Published too, for equal timing. */
  readonly account_id: string | null
  readonly purpose: MailPurpose
  readonly language: Language
  /** Whether a browser asked in which the account has signed in before; absent in an older program's. */
  readonly known?: boolean
}

export const mailCodeWantedType = eventType<MailCodeWanted>('mail_codes.code_wanted.v1')

/** A code by mail was requested; one event for each request. */
export const mailCodeWanted = (wanted: MailCodeWanted) => mailCodeWantedType([newId()], wanted)

export interface AddressUndoOffered {
  readonly undo_id: string
  /** Whether the change has taken effect; else another address waits to be verified. */
  readonly applied: boolean
  readonly language: Language
}

export const addressUndoOfferedType = eventType<AddressUndoOffered>('mail_codes.address_undo_offered.v1')

/** A verified address is being replaced: the reader of its mailbox can undo that. */
export const addressUndoOffered = (offered: AddressUndoOffered) =>
  addressUndoOfferedType([offered.undo_id], offered)

export interface PasswordChanged {
  readonly account_id: string
  readonly language: Language
}

export const passwordChangedType = eventType<PasswordChanged>('mail_codes.password_changed.v1')

/** An account has another password. */
export const passwordChanged = (changed: PasswordChanged) => passwordChangedType([newId()], changed)
