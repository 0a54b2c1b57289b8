export { changeProfile } from './change-profile.ts'
export { createAccount } from './create-account.ts'
export { disableAccount, enableAccount } from './disable-account.ts'
export { mailCodeWrong, usernameTaken } from './errors.ts'
export { mailCodeWantedName, type MailCodeWanted } from './events.ts'
export { issueMailCode } from './issue-mail-code.ts'
export { accountJobs } from './jobs.ts'
export {
  accountById,
  accountForLogin,
  accountOrder,
  countAccounts,
  listAccounts,
  newAccounts,
  noteLogin,
  usernameColumn,
  usernamesOf,
  type Account,
} from './queries.ts'
export { register } from './register.ts'
export { redeemResetCode } from './redeem-reset-code.ts'
export { accountFilters, accountShape, presentAccount } from './rest-account.ts'
export { accountRoutes, login, mailedCode } from './rest.ts'
export { setPassword } from './set-password.ts'
