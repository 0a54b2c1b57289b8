import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { ApiFailure } from './api.ts'
import { PageNotLoaded } from './lazy-page.tsx'

export interface ErrorText {
  readonly title: string
  readonly detail: string | undefined
  /** For internal errors only: it is of no use with a refusal. */
  readonly requestId: string | undefined
}

/** The text of an error; `shown` are the fields that display their own problem. */
export function useErrorText(error: unknown, shown: readonly string[] = []): ErrorText {
  const { t } = useTranslation('ui')
  if (error instanceof PageNotLoaded)
    return { title: t('error.notLoaded'), detail: t('error.notLoadedWhat'), requestId: undefined }
  if (!(error instanceof ApiFailure)) {
    return { title: t('error.title'), detail: t('error.broken'), requestId: undefined }
  }
  const { status, message, problems } = error
  const requestId = status >= 500 ? error.requestId : undefined
  if (status === 0) return { title: t('error.offline'), detail: t('error.offlineWhat'), requestId }
  // Without the names of the wire, which say nothing to people.
  const others = problems
    .filter(({ path }) => fieldIn(path, shown) === undefined)
    .map((problem) => problem.message)
  return {
    title: message || t('error.title'),
    detail: [...new Set(others)].join('; ') || undefined,
    requestId,
  }
}

// Refusals of one field that come without its name.
const fieldOfCode: Readonly<Record<string, string>> = {
  username_taken: 'username',
  username_given: 'username',
  staff_username_taken: 'username',
  email_taken: 'email',
  software_name_taken: 'name',
  interface_name_taken: 'name',
  catalog_name_taken: 'name',
  totp_wrong: 'code',
  mail_code_wrong: 'code',
  code_unknown: 'card_code',
  code_used: 'card_code',
  code_expired: 'card_code',
  code_revoked: 'card_code',
}

/** What an error says of the fields of a form, by their names; `within` is where they are in what was sent. */
export function fieldProblems(
  error: unknown,
  names: readonly string[],
  within = '',
): Readonly<Record<string, string>> {
  if (!(error instanceof ApiFailure)) return {}
  const own = fieldOfCode[error.code]
  const problems = own
    ? [{ path: own, message: error.message }]
    : [...error.problems, ...wrongProof(error, names)]
  const named = problems.flatMap(({ path, message }) => {
    const name = fieldIn(path.replace(within, ''), names)
    return name === undefined ? [] : [[name, message] as const]
  })
  return Object.fromEntries(named)
}

/** The field that a path is of: its own, or the list that it is in, as `hosts` has `hosts.0`. */
const fieldIn = (path: string, names: readonly string[]): string | undefined =>
  names.find((name) => path === name || (path.startsWith(name) && /^\.\d+$/.test(path.slice(name.length))))

/** Who is signed in and proves it again has no user name to get wrong. */
function wrongProof({ code }: ApiFailure, names: readonly string[]) {
  if (code !== 'invalid_credentials' || names.includes('username')) return []
  const message = i18next.t(names.includes('code') ? 'error.wrongProof' : 'error.wrongPassword', { ns: 'ui' })
  return ['old_password', 'password']
    .filter((name) => names.includes(name))
    .slice(0, 1)
    .map((path) => ({ path, message }))
}
