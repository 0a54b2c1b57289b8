import { timedTask } from '../../platform/jobs.ts'
import { forgetMailCodes } from './forget-mail-codes.ts'

export const mailCodeJobs = [timedTask('mail_codes.forget', 3_600, forgetMailCodes)]
