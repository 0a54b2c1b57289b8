import { useTranslation } from 'react-i18next'
import { ApiFailure } from './api.ts'

export interface Told {
  readonly title: string
  readonly detail: string | undefined
  readonly requestId: string | undefined
}

/** An error in words for its reader. */
export function useTold(error: unknown): Told {
  const { t } = useTranslation('ui')
  if (!(error instanceof ApiFailure)) {
    return { title: t('error.title'), detail: t('error.broken'), requestId: undefined }
  }
  const { status, message, requestId, problems } = error
  if (status === 0) return { title: t('error.offline'), detail: t('error.offlineWhat'), requestId }
  const detail = problems.map(({ path, message: problem }) => (path ? `${path}: ${problem}` : problem))
  return { title: message || t('error.title'), detail: detail.join('; ') || undefined, requestId }
}
