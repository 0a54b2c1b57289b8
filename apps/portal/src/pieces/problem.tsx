import { isSessionEnd, useErrorText } from '@lessor/ui'
import { useTexts } from '../texts.ts'

interface ProblemProps {
  readonly error: unknown
  /** Fields that say their problem themselves. */
  readonly shown?: readonly string[]
  readonly retry?: () => unknown
}

/** A problem that leaves nothing else to show. */
export const WholeProblem = (props: ProblemProps) => (
  <main className="door">
    <section className="card">
      <Problem {...props} />
    </section>
  </main>
)

/** What stands where a page can't: a retry button that fetches everything again. */
export function BrokenPage({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const t = useTexts()
  return (
    <section className="card">
      <Problem error={error} retry={retry} />
      <button type="button" className="plain" onClick={() => location.reload()}>
        {t('pieces.reload')}
      </button>
    </section>
  )
}

/** What happened, what to do, and the request id to tell us; nothing when nothing happened. */
export function Problem({ error, retry, shown = [] }: ProblemProps) {
  const t = useTexts()
  const { title, detail, requestId } = useErrorText(error, shown)
  // Of an ended session the page itself speaks.
  if (error == null || isSessionEnd(error) || (shown.length > 0 && !detail)) return null
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
        <p>
          <button type="button" className="plain" onClick={() => void retry()}>
            {t('pieces.retry')}
          </button>
        </p>
      )}
    </div>
  )
}
