import { useTold } from '@lessor/ui'
import { useTexts } from '../texts.ts'

interface ProblemProps {
  readonly error: unknown
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

/** What happened, what to do, and the request id to tell us; nothing when nothing happened. */
export function Problem({ error, retry }: ProblemProps) {
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
        <p>
          <button type="button" className="plain" onClick={() => void retry()}>
            {t('pieces.retry')}
          </button>
        </p>
      )}
    </div>
  )
}
