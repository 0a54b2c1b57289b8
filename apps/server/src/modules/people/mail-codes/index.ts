import type { Module } from '../../../platform/module.ts'
import { mailCodeJobs } from './jobs.ts'
import { mailCodeRoutes } from './rest.ts'

export { mailCodeWrong, undoLinkWrong } from './errors.ts'
export { offerUndo } from './offer-undo.ts'
export { redeemResetCode } from './redeem-mail-code.ts'
export { redeemUndo } from './redeem-undo.ts'
export type { Asker } from './known-browser.ts'
export { askerIn, login, mailedCode, mailedCodeGuess, mailedCodeGuessOf } from './rest.ts'
export { setPassword } from './set-password.ts'

export const mailCodes = { routes: mailCodeRoutes, jobs: mailCodeJobs } satisfies Module
