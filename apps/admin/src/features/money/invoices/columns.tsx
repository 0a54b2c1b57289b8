import type { ListItem } from '@lessor/contract'
import { useFormat } from '@lessor/ui'
import { Link } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import type { ListColumn } from '../../../pieces/list.tsx'
import { useTexts } from '../../../texts.ts'
import { accountLink } from '../../people/accounts/links.ts'
import { invoiceLink } from './links.ts'
import { StatusMark } from './status.tsx'

type Invoice = ListItem<'/api/admin/invoices'>

/** An invoice in a row; `sorted` where the list can be, `ofOne` where all are of one account. */
export function useInvoiceColumns({
  sorted = false,
  ofOne = false,
} = {}): ListColumn<'/api/admin/invoices'>[] {
  const t = useTexts()
  const format = useFormat()
  const account: ListColumn<'/api/admin/invoices'> = {
    title: t('invoices.account'),
    key: 'account',
    render: (_, invoice) => <Customer of={invoice} />,
  }
  return [
    {
      title: t('invoices.number'),
      key: 'number',
      render: (_, { id, number }) => <Link to={invoiceLink(id)}>{number ?? t('invoices.draft')}</Link>,
    },
    { title: t('invoices.status'), key: 'status', render: (_, { status }) => <StatusMark of={status} /> },
    ...(ofOne ? [] : [account]),
    { title: t('invoices.total'), key: 'total', align: 'right', render: (_, { total }) => total },
    { title: t('invoices.kind'), key: 'kind', render: (_, { kind }) => t(`invoices.kinds.${kind}`) },
    { title: t('invoices.issuedAt'), key: 'issued', render: (_, one) => format.day(one.issued_at) },
    { title: t('invoices.dueAt'), key: 'due', render: (_, one) => format.day(one.due_at) },
    {
      title: t('invoices.created'),
      key: 'created_at',
      sorter: sorted,
      render: (_, one) => format.time(one.created_at),
    },
  ]
}

export function Customer({
  of: { account_id: id, account_name: name },
}: {
  readonly of: Pick<Invoice, 'account_id' | 'account_name'>
}) {
  return staffCan(useMe(), 'accounts.read') ? <Link to={accountLink(id)}>{name}</Link> : name
}
