import { task } from '../../platform/jobs.ts'
import { forgetMailCodes } from './forget-mail-codes.ts'

export const mailCodeJobs = [task('mail_codes.forget', 3_600, forgetMailCodes)]
