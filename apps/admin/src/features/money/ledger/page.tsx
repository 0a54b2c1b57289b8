import type { ListItem } from '@lessor/contract'
import { useFormat } from '@lessor/ui'
import { Typography } from 'antd'
import { Link } from 'react-router'
import { DayRange, timesOf } from '../../../pieces/day-range.tsx'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { ChoiceField, FilterBar } from '../../../pieces/filter-bar.tsx'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { money } from '../../../pieces/money.ts'
import { Page } from '../../../pieces/page.tsx'
import { Truncated } from '../../../pieces/truncated.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { accountLink } from '../../people/accounts/links.ts'
import { orderLink } from '../../sales/orders/links.ts'
import { paymentLink } from '../payments/links.ts'
import { Sums } from './sums.tsx'
import { ledgerAccounts, ledgerCauses, useLedgerWords } from './words.ts'

type Entry = ListItem<'/api/admin/ledger'>

export default function LedgerPage() {
  const t = useTexts()
  const words = useLedgerWords()
  const list = useApiList('/api/admin/ledger', {
    filters: ['account', 'cause', 'of', 'cause_id', 'from', 'to'],
    sort: '-at',
    ask: timesOf,
  })
  const { filters, set, clear, any } = list
  return (
    <Page title={t('ledger.title')} actions={<ExportButton of={list} />}>
      <Sums />
      <FilterBar onClear={any && clear}>
        <ChoiceField
          label={t('ledger.account')}
          value={filters.account}
          options={ledgerAccounts.map((value) => ({ value, label: words.account(value) }))}
          onChange={(v) => set('account', v)}
        />
        <ChoiceField
          label={t('ledger.cause')}
          value={filters.cause}
          options={ledgerCauses.map((value) => ({ value, label: words.cause(value) }))}
          onChange={(v) => set('cause', v)}
        />
        <DayRange from={filters.from} to={filters.to} set={set} />
        {filters.of && <Typography.Text>{t('ledger.oneOnly')}</Typography.Text>}
      </FilterBar>
      <ListTable
        label={t('ledger.title')}
        list={list}
        rowKey="id"
        columns={useColumns()}
        empty={any ? t('ledger.emptyFound') : t('ledger.empty')}
      />
    </Page>
  )
}

function useColumns(): ListColumn<'/api/admin/ledger'>[] {
  const t = useTexts()
  const format = useFormat()
  const words = useLedgerWords()
  return [
    { title: t('ledger.at'), key: 'at', sorter: true, render: (_, entry) => format.exact(entry.at) },
    { title: t('ledger.cause'), key: 'cause', render: (_, { cause }) => words.cause(cause) },
    {
      title: t('ledger.amount'),
      key: 'amount',
      align: 'end',
      render: (_, { amount }) => money(amount),
    },
    {
      title: t('ledger.debit'),
      key: 'debit',
      render: (_, { debit: account, debit_of: of, debit_after: after }) => (
        <Side {...{ account, of, after }} />
      ),
    },
    {
      title: t('ledger.credit'),
      key: 'credit',
      render: (_, { credit: account, credit_of: of, credit_after: after }) => (
        <Side {...{ account, of, after }} />
      ),
    },
    { title: t('ledger.note'), key: 'note', render: (_, { note }) => <Truncated text={note} /> },
    { title: t('ledger.about'), key: 'about', render: (_, entry) => <About entry={entry} /> },
  ]
}

interface SideProps {
  readonly account: Entry['debit']
  readonly of: string | null
  readonly after: string | null
}

/** An account of the books, whose, and its balance after, where it is kept. */
function Side({ account, of, after }: SideProps) {
  const t = useTexts()
  const words = useLedgerWords()
  const name = words.account(account)
  const link = of && linkOf[account]?.(of)
  return (
    <>
      {link ? <Link to={link}>{name}</Link> : name}
      {after !== null && (
        <Typography.Text type="secondary"> {t('ledger.after', { amount: money(after) })}</Typography.Text>
      )}
    </>
  )
}

const linkOf: Partial<Record<Entry['debit'], (id: string) => string>> = {
  wallet: accountLink,
  held: orderLink,
}

/** What the money moved for, where it has a page. */
function About({ entry: { cause, cause_id: id } }: { readonly entry: Entry }) {
  const t = useTexts()
  if (cause === 'order_paid') return <Link to={orderLink(id)}>{t('ledger.toOrder')}</Link>
  if (ofPayments.has(cause)) return <Link to={paymentLink(id)}>{t('ledger.toPayment')}</Link>
  return null
}

const ofPayments: ReadonlySet<string> = new Set(['payment', 'wallet_part', 'wallet_part_back'])
