import { useTold } from '@lessor/ui'
import { useTexts } from '../texts.ts'

/** What happened, what to do, and the request id to tell us; nothing when nothing happened. */
export function Problem({ error, retry }: { readonly error: unknown; readonly retry?: () => unknown }) {
  const t = useTexts()
  const { title, detail, requestId } = useTold(error)
  if (error == null) return null
  return (
    <div className="problem" role="alert">
      <strong>{title}</strong>
      {detail && <p>{detail}</p>}
      {requestId && (
        <p className="quiet">
          {t('pieces.requestId')} {requestId}
        </p>
      )}
      {retry && (
        <button type="button" className="plain" onClick={() => void retry()}>
          {t('pieces.retry')}
        </button>
      )}
    </div>
  )
}
