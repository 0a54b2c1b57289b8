export { mailCodeWrong, undoLinkWrong } from './errors.ts'
export {
  addressUndoOfferedType,
  mailCodeWantedType,
  passwordChangedType,
  type AddressUndoOffered,
  type MailCodeWanted,
  type PasswordChanged,
} from './events.ts'
export { issueMailCode } from './issue-mail-code.ts'
export { issueUndoLink } from './issue-undo-link.ts'
export { mailCodeJobs } from './jobs.ts'
export { offerUndo } from './offer-undo.ts'
export { redeemResetCode } from './redeem-mail-code.ts'
export { redeemUndo } from './redeem-undo.ts'
export { login, mailCodeRoutes, mailedCode, mailedCodeGuess } from './rest.ts'
export { setPassword } from './set-password.ts'
