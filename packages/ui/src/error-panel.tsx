import { Button, Result, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { ApiFailure } from './api.ts'
import { useTold } from './told.ts'

/** What happened, what to do, and the request id to tell us. */
export function ErrorPanel({ error, retry }: { readonly error: unknown; readonly retry?: () => unknown }) {
  const { t } = useTranslation('ui')
  const { title, detail, requestId } = useTold(error)
  return (
    <Result
      status={error instanceof ApiFailure && error.status === 404 ? '404' : 'warning'}
      title={title}
      subTitle={detail}
      extra={retry && <Button onClick={() => void retry()}>{t('error.retry')}</Button>}
    >
      {requestId && <RequestId id={requestId} />}
    </Result>
  )
}

function RequestId({ id }: { readonly id: string }) {
  const { t } = useTranslation('ui')
  return (
    <Typography.Paragraph type="secondary" style={{ textAlign: 'center', margin: 0 }}>
      {t('error.report')}
      <br />
      {t('error.requestId')}: <Typography.Text copyable={{ text: id }}>{id}</Typography.Text>
    </Typography.Paragraph>
  )
}

/** The same in one line, for a form that stays open. */
export function ErrorLine({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('ui')
  const { title, detail, requestId } = useTold(error)
  if (error == null) return null
  return (
    <div role="alert" style={{ marginBlockEnd: 16 }}>
      <Typography.Text type="danger">
        {title}
        {detail && `: ${detail}`}
      </Typography.Text>
      {requestId && (
        <Typography.Text type="secondary" style={{ display: 'block', fontSize: 12 }}>
          {t('error.requestId')}: {requestId}
        </Typography.Text>
      )}
    </div>
  )
}
