export { changeProfile, type ChangedAccount } from './change-profile.ts'
export { confirmAddress, setVerified } from './confirm-address.ts'
export { createAccount } from './create-account.ts'
export { disableAccount, enableAccount } from './disable-account.ts'
export { emailTaken, usernameTaken } from './errors.ts'
export { unverifiedMailbox, verifiedMailbox, type Addresses, type Mailbox } from './model.ts'
export { addressGivenName, type AddressGiven } from './events.ts'
export {
  accountById,
  accountByLogin,
  accountBySignIn,
  accountForLogin,
  accountIds,
  accountOrder,
  accountsById,
  addressOf,
  countAccounts,
  listAccounts,
  lockAccount,
  newAccounts,
  noteLogin,
  savePassword,
  usernameColumn,
  usernamesOf,
  type Account,
  type NewPassword,
} from './queries.ts'
export { accountJobs } from './jobs.ts'
export { register } from './register.ts'
export { accountFilters, accountShape, presentAccount } from './rest-account.ts'
export { accountRoutes } from './rest.ts'
