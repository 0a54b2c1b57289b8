import { ErrorPanel } from '@lessor/ui'
import { money } from '../../../pieces/money.ts'
import { useTexts } from '../../../texts.ts'
import { useMoneyNow } from './use-report.ts'

const owedNames = ['wallets', 'unearned', 'held', 'refunding', 'commission', 'overdrawn'] as const
/** These are shown at 0.00, too. */
const always: ReadonlySet<string> = new Set(['wallets', 'unearned'])

/** What was taken today, in 7 and 30 days, against as many days before; and what belongs to others. */
export function MoneyNow() {
  const t = useTexts()
  const { data, error, refetch } = useMoneyNow()
  if (error && !data) return <ErrorPanel error={error} retry={refetch} />
  const spans = (data?.spans ?? []).map(({ span, before, ...taken }) => ({
    title: t('reports.taken', { span: t(`reports.spans.${span}`) }),
    amount: taken.income,
    notes: [
      t(`reports.before.${span}`, { amount: money(before.income) }),
      t('reports.takenWhat', { received: money(taken.received), refunded: money(taken.refunded) }),
    ],
  }))
  const owed = owedNames.flatMap((name) => {
    const amount = data?.owed[name] ?? '0.00'
    return always.has(name) || amount !== '0.00' ? [{ title: t(`reports.${name}`), amount, notes: [] }] : []
  })
  return (
    <>
      <Tiles label={t('reports.now')} tiles={spans} />
      <h2 className="section">{t('reports.owed')}</h2>
      <p className="quiet">{t('reports.owedWhat')}</p>
      <Tiles label={t('reports.owed')} tiles={owed} />
    </>
  )
}

interface Tile {
  readonly title: string
  readonly amount: string
  readonly notes: readonly string[]
}

const Tiles = ({ label, tiles }: { readonly label: string; readonly tiles: readonly Tile[] }) => (
  <ul className="sums money-tiles" aria-label={label}>
    {tiles.map(({ title, amount, notes }) => (
      <li key={title} className="tile">
        <span>{title}</span>
        <b>{money(amount)}</b>
        {notes.map((note) => (
          <small key={note}>{note}</small>
        ))}
      </li>
    ))}
  </ul>
)
