import { newId, type Language } from '@lessor/kit'
import { eventType } from '../../../platform/events.ts'

export interface AddressGiven {
  readonly account_id: string
  /** In which its holder is written to. */
  readonly language: Language
}

export const addressGivenType = eventType<AddressGiven>('accounts.address_given.v1')

/** An account has an unverified address; one event for each time it is given. */
export const addressGiven = (given: AddressGiven) => addressGivenType([newId()], given)
