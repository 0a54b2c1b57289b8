import type { Module } from '../../../platform/module.ts'
import { accountJobs } from './jobs.ts'
import { accountRoutes } from './rest.ts'

export { changeNote } from './change-note.ts'
export { changeProfile, type ChangedAccount } from './change-profile.ts'
export { confirmAddress, setVerified } from './confirm-address.ts'
export { createAccount } from './create-account.ts'
export { disableAccount, enableAccount } from './disable-account.ts'
export { emailTaken, usernameGiven, usernameTaken } from './errors.ts'
export { nameOf, unverifiedMailbox, verifiedMailbox, type Addresses, type Mailbox } from './model.ts'
export { addressGivenType, type AddressGiven } from './events.ts'
export {
  accountById,
  accountByLogin,
  accountBySignIn,
  accountForLogin,
  accountIdColumn,
  accountIds,
  accountOrder,
  accountsById,
  countAccounts,
  holdAccount,
  listAccounts,
  lockAccount,
  nameColumn,
  newAccounts,
  noteLogin,
  savePassword,
  searched,
  shownNamesOf,
  usernamesOf,
  type Account,
  type AccountFilters,
  type NewPassword,
} from './queries.ts'
export { accountsNamed } from './search/queries.ts'
export { knownAccount } from './known-account.ts'
export { register } from './register.ts'
export { nameByDisplayName, setUsername } from './set-username.ts'
export { accountFilters, accountShape, presentAccount } from './rest-account.ts'
export { accountsMay } from './permissions.ts'

export const accounts = { routes: accountRoutes, jobs: accountJobs } satisfies Module
