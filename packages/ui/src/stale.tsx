import { Alert } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from './format.ts'
import { queries } from './queries.ts'
import { useLostSince, watchReach } from './reach.ts'

/** Says that what is on the screen is old, for as long as the server doesn't answer; then all of it is read again. */
export function Stale() {
  const stale = useStale()
  return (
    // Also empty: what is put into it is read out.
    <div role="status">
      {stale && (
        <Alert
          type="warning"
          showIcon
          title={stale.title}
          description={stale.what}
          style={{ marginBlockEnd: 16 }}
        />
      )}
    </div>
  )
}

/** The same as texts; undefined while the server answers. */
export function useStale(): { readonly title: string; readonly what: string } | undefined {
  const { t } = useTranslation('ui')
  const format = useFormat()
  const lostSince = useLostSince()
  useEffect(() => watchReach(() => void queries.invalidateQueries()), [])
  return (
    lostSince && {
      title: t('error.stale'),
      what: t('error.staleWhat', { at: format.exact(lostSince) }),
    }
  )
}
