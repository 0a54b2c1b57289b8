import { ErrorLine } from '@lessor/ui'
import { Button } from 'antd'
import { useTexts } from '../../../texts.ts'
import type { Placed } from './code/editor.tsx'

interface ProblemsProps {
  readonly check: { readonly problems: readonly Placed[]; readonly error: unknown; readonly isBusy: boolean }
  readonly onGo: (problem: Placed) => void
}

/** What is wrong with the script, below it; each leads to its line. */
export function Problems({ check: { problems, error, isBusy }, onGo }: ProblemsProps) {
  const t = useTexts()
  const count = problems.length
  const found = count === 0 ? t('plugins.fine') : t('plugins.problems', { count })
  return (
    <div className="problems">
      <p role="status" className="quiet">
        {error ? null : isBusy ? t('plugins.checking') : found}
      </p>
      <ErrorLine error={error} />
      <ul>
        {problems.map((one) => (
          <li key={`${one.line}:${one.column}:${one.message}`}>
            <Button type="link" size="small" onClick={() => onGo(one)}>
              {t('plugins.atLine', { line: one.line })}
            </Button>
            <span>{one.message}</span>
          </li>
        ))}
      </ul>
      <p className="quiet">{t('plugins.keys')}</p>
    </div>
  )
}
