import { Button, theme } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiFailure } from './api.ts'
import { Notice } from './notice.tsx'
import { mayPass } from './queries.ts'
import { useTold } from './told.ts'

/** What happened, what to do, and the request id to tell us. */
export function ErrorPanel({ error, retry }: { readonly error: unknown; readonly retry?: () => unknown }) {
  const { t } = useTranslation('ui')
  const { title, detail, requestId } = useTold(error)
  return (
    <Notice
      title={title}
      what={detail}
      action={retry && canRetry(error) && <Button onClick={() => void retry()}>{t('error.retry')}</Button>}
    >
      {requestId && (
        <Quiet>
          {canRetry(error) && <div>{t('error.report')}</div>}
          {t('error.requestId')}: <code style={{ userSelect: 'all' }}>{requestId}</code>
        </Quiet>
      )}
    </Notice>
  )
}

/** Whether it helps to ask once more: what isn't there, or isn't allowed, stays so. */
const canRetry = (error: unknown) => mayPass(error) || (error instanceof ApiFailure && error.status === 429)

/** The same in one line, for a form that stays open. */
export function ErrorLine({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('ui')
  const { token } = theme.useToken()
  const { title, detail, requestId } = useTold(error)
  if (error == null) return null
  return (
    <div role="alert" style={{ marginBlockEnd: 16 }}>
      <span style={{ color: token.colorErrorText }}>
        {detail ? `${title.replace(/[.。]$/, '')}: ${detail}` : title}
      </span>
      {requestId && (
        <Quiet small>
          {t('error.requestId')}: {requestId}
        </Quiet>
      )}
    </div>
  )
}

function Quiet({ small = false, children }: { readonly small?: boolean; readonly children: ReactNode }) {
  const { token } = theme.useToken()
  const color = token.colorTextDescription
  return <div style={{ color, ...(small && { fontSize: 12 }) }}>{children}</div>
}
