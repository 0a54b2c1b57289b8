import { answer, api } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'
import { money } from '../../../pieces/money.ts'
import { useTexts } from '../../../texts.ts'
import { useLedgerWords } from './words.ts'

/** What each account of the books comes to; those without an entry are left out. */
export function Sums() {
  const t = useTexts()
  const words = useLedgerWords()
  const { data } = useQuery({
    queryKey: ['ledger sums'],
    queryFn: () => answer(api.GET('/api/admin/ledger-sums')),
  })
  if (!data || data.accounts.length === 0) return null
  return (
    <>
      <p className="quiet">{t('ledger.sumsWhat')}</p>
      <ul className="sums" aria-label={t('ledger.sums')}>
        {data.accounts.map(({ account, balance, entries }) => (
          <li key={account} className="tile">
            <span>{words.account(account)}</span>
            <b>{money(balance)}</b>
            <small>{t('ledger.entryCount', { count: entries })}</small>
          </li>
        ))}
      </ul>
    </>
  )
}
