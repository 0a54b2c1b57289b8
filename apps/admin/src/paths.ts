/** Every page's path; links are made here only. */
export const paths = {
  accounts: '/accounts',
  account: (id: string) => `/accounts/${id}`,
  codes: '/codes',
  codesOf: (batchId: string) => `/codes?batch_id=${batchId}`,
  batches: '/batches',
  software: '/software',
  online: '/online',
  logins: '/logs/logins',
  loginsOf: (accountId: string) => `/logs/logins?account_id=${accountId}`,
  registrations: '/logs/registrations',
  recharges: '/logs/recharges',
  rechargesOf: (accountId: string) => `/logs/recharges?account_id=${accountId}`,
  audit: '/logs/audit',
  auditOf: (subjectId: string) => `/logs/audit?subject_id=${subjectId}`,
  staff: '/staff',
  profile: '/profile',
} as const
