import { answer, api, useLanguage } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Problem } from '../../pieces/problem.tsx'
import { useTexts } from '../../texts.ts'
import { Line } from '../orders/amounts.tsx'
import { yuan } from './yuan.ts'

export interface Period {
  readonly from?: string
  readonly to?: string
}

/** A month as the browser's field writes it, `2026-07`, in the reader's own time; '' is all of it. */
export function periodOf(month: string): Period {
  const [year = 0, number = 0] = month.split('-').map(Number)
  if (!year || !number) return {}
  const begin = (at: number) => new Date(year, at, 1).toISOString()
  return { from: begin(number - 1), to: begin(number) }
}

interface StatementProps {
  readonly month: string
  readonly period: Period
  readonly onMonth: (month: string) => void
}

/** Which month is shown, what the wallet had before and after it, and the same as a file. */
export function StatementOf({ month, period, onMonth }: StatementProps) {
  const t = useTexts()
  const field = useId()
  const [language] = useLanguage()
  const { data, error, refetch } = useQuery({
    queryKey: ['movements', 'statement', period],
    queryFn: () => answer(api.GET('/api/wallet/statement', { params: { query: { ...period } } })),
    enabled: month !== '',
  })
  const file = new URLSearchParams({ language, ...period })
  return (
    <>
      <p className="field">
        <label htmlFor={field}>{t('wallet.month')}</label>
        <input id={field} type="month" value={month} onChange={(event) => onMonth(event.target.value)} />
      </p>
      <Problem error={error} {...(error && { retry: refetch })} />
      {data && (
        <dl className="lines">
          <Line text={t('wallet.opening')}>{yuan(data.opening)}</Line>
          <Line text={t('wallet.in')}>{yuan(data.in)}</Line>
          <Line text={t('wallet.out')}>{yuan(data.out)}</Line>
          <Line text={t('wallet.closing')}>{yuan(data.closing)}</Line>
        </dl>
      )}
      <p>
        <a href={`/api/wallet/statement/export?${file}`} download="wallet.csv">
          {t('wallet.file')}
        </a>
      </p>
    </>
  )
}
