import { Alert } from 'antd'
import { useTexts } from '../../../texts.ts'
import type { Choice } from './use-choice.ts'

/** Where the notices of a kind without a notifier go, and how that is set. */
export function Fallback({ choice: { kinds, fallback } }: { readonly choice: Choice }) {
  const t = useTexts()
  const isMissed = fallback === '' && kinds.some(({ interfaces }) => interfaces.length === 0)
  return (
    <Alert
      type={isMissed ? 'warning' : 'info'}
      showIcon
      title={fallback === '' ? t('notices.noFallback') : t('notices.fallback', { to: fallback })}
      description={
        <>
          {t('notices.howTo')}
          <br />
          <code>notify_email = "ops@example.com"</code>
          <br />
          {t('notices.orVariable')} <code>LESSOR_SERVER_NOTIFY_EMAIL</code>
        </>
      }
    />
  )
}
