import { task } from '../../platform/jobs.ts'
import { forgetMailCodes } from './forget-mail-codes.ts'

export const accountJobs = [task('accounts.forget_mail_codes', 3_600, forgetMailCodes)]
