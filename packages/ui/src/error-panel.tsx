import { Button, Flex, theme } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiFailure } from './api.ts'
import { Notice } from './notice.tsx'
import { mayPass } from './queries.ts'
import { isSessionEnd } from './session.ts'
import { useErrorText } from './error-text.ts'

/** What happened, what to do, and the request id to tell us. */
export function ErrorPanel({ error, retry }: { readonly error: unknown; readonly retry?: () => unknown }) {
  const { t } = useTranslation('ui')
  const { title, detail, requestId } = useErrorText(error)
  return (
    <Notice
      title={title}
      what={detail}
      action={retry && canRetry(error) && <Button onClick={() => void retry()}>{t('error.retry')}</Button>}
    >
      {requestId && (
        <Quiet>
          <div>{t('error.report')}</div>
          {t('error.requestId')}: <code style={{ userSelect: 'all' }}>{requestId}</code>
        </Quiet>
      )}
    </Notice>
  )
}

/** What stands where a page can't: a retry button that fetches everything again. */
export function BrokenPage({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const { t } = useTranslation('ui')
  const { title, detail } = useErrorText(error)
  return (
    <Notice
      title={title}
      what={detail}
      action={
        <Flex gap={8}>
          <Button type="primary" onClick={retry}>
            {t('error.retry')}
          </Button>
          <Button onClick={() => location.reload()}>{t('error.reload')}</Button>
        </Flex>
      }
    />
  )
}

/** Whether it helps to ask once more: what isn't there, or isn't allowed, stays so. */
const canRetry = (error: unknown) => mayPass(error) || (error instanceof ApiFailure && error.status === 429)

interface ErrorLineProps {
  readonly error: unknown
  /** Fields that say their problem themselves. */
  readonly shown?: readonly string[]
}

/** The same in one line, for a form that stays open; of an ended session the page itself speaks. */
export function ErrorLine({ error, shown = [] }: ErrorLineProps) {
  const { t } = useTranslation('ui')
  const { token } = theme.useToken()
  const { title, detail, requestId } = useErrorText(error, shown)
  if (error == null || isSessionEnd(error) || (shown.length > 0 && !detail)) return null
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
