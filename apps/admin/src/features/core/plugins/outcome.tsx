import { Alert } from 'antd'
import { useTexts } from '../../../texts.ts'
import type { Outcome } from './queries.ts'

const looks = { answer: 'success', failed: 'error', unknown: 'warning', busy: 'warning' } as const

interface OutcomeProps {
  readonly outcome: Outcome
  readonly logs: readonly string[]
}

/** How a call ended, in words; what it answered and logged. */
export function OutcomeView({ outcome, logs }: OutcomeProps) {
  const t = useTexts()
  const { kind, reason, line, value } = outcome
  const where = line === null ? '' : t('plugins.line', { line })
  return (
    <section aria-label={t('plugins.test.result')} className="outcome">
      <Alert
        type={looks[kind]}
        showIcon
        title={t(`plugins.test.${kind}`)}
        description={reason === null ? undefined : `${where}${reason}`}
      />
      {kind === 'answer' && (
        <Block title={t('plugins.test.value')} text={JSON.stringify(value, undefined, 2) ?? 'null'} />
      )}
      {logs.length > 0 && <Block title={t('plugins.test.logs')} text={logs.join('\n')} />}
    </section>
  )
}

const Block = ({ title, text }: { readonly title: string; readonly text: string }) => (
  <>
    <h3>{title}</h3>
    {/* The keyboard scrolls it too. */}
    <pre tabIndex={0}>{text}</pre>
  </>
)
