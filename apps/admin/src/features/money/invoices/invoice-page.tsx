import { ErrorPanel, useFormat } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'
import { Card, Descriptions, Flex, Spin, Table, Typography } from 'antd'
import { Link, useParams } from 'react-router'
import { Page } from '../../../pieces/page.tsx'
import { useTexts } from '../../../texts.ts'
import { InvoiceActions } from './invoice-actions.tsx'
import { invoiceLink, invoicesPath } from './links.ts'
import { Customer } from './columns.tsx'
import { readInvoice, type Invoice } from './read-invoice.ts'
import { StatusMark } from './status.tsx'

export default function InvoicePage() {
  const t = useTexts()
  const { id = '' } = useParams()
  const {
    data: invoice,
    error,
    refetch,
  } = useQuery({ queryKey: ['invoice', id], queryFn: () => readInvoice(id) })
  const back = { to: invoicesPath, text: t('invoices.back') }
  if (error && !invoice)
    return (
      <Page title={t('invoices.title')} back={back}>
        <ErrorPanel error={error} retry={refetch} />
      </Page>
    )
  if (!invoice) return <Spin delay={200} />
  const title = `${t(`invoices.kinds.${invoice.kind}`)} ${invoice.number ?? t('invoices.draft')}`
  return (
    <Page title={title} back={back} actions={<InvoiceActions invoice={invoice} />}>
      <Flex vertical gap={16}>
        <Card title={t('invoices.facts')} extra={<StatusMark of={invoice.status} />}>
          <Facts invoice={invoice} />
        </Card>
        <Card title={t('invoices.items')}>
          <Items invoice={invoice} />
        </Card>
      </Flex>
    </Page>
  )
}

function Facts({ invoice }: { readonly invoice: Invoice }) {
  const t = useTexts()
  const format = useFormat()
  const { of_id: of, of_number: ofNumber, buyer, seller } = invoice
  const items = [
    { label: t('invoices.account'), children: <Customer of={invoice} /> },
    ...(of
      ? [{ label: t('invoices.of'), children: <Link to={invoiceLink(of)}>{ofNumber ?? of}</Link> }]
      : []),
    { label: t('invoices.net'), children: invoice.net },
    { label: t('invoices.tax'), children: invoice.tax },
    { label: t('invoices.total'), children: <b>{`${invoice.total} ${invoice.currency}`}</b> },
    { label: t('invoices.paid'), children: invoice.paid_amount },
    ...(invoice.kind === 'invoice' ? [{ label: t('invoices.credited'), children: invoice.credited }] : []),
    { label: t('invoices.issuedAt'), children: format.time(invoice.issued_at) },
    { label: t('invoices.dueAt'), children: format.time(invoice.due_at) },
    { label: t('invoices.paidAt'), children: format.time(invoice.paid_at) },
    { label: t('invoices.created'), children: format.time(invoice.created_at) },
    { label: t('invoices.buyer'), children: <PartyLines of={buyer} /> },
    ...(seller ? [{ label: t('invoices.seller'), children: <PartyLines of={seller} /> }] : []),
    ...(invoice.note
      ? [{ label: t('invoices.note'), children: <span className="lines">{invoice.note}</span> }]
      : []),
  ]
  return <Descriptions size="small" column={{ xs: 1, md: 2, xl: 3 }} items={items} />
}

/** A buyer or seller as printed. */
const PartyLines = ({ of }: { readonly of: Invoice['buyer'] }) => (
  <span className="lines">{[of.name, of.address, of.tax_id, of.email].filter(Boolean).join('\n')}</span>
)

function Items({ invoice: { items, inclusive, tax } }: { readonly invoice: Invoice }) {
  const t = useTexts()
  const rows = items.map((item, key) => ({ ...item, key }))
  return (
    <section className="list" aria-label={t('invoices.items')} tabIndex={0}>
      <Table
        size="middle"
        pagination={false}
        dataSource={rows}
        columns={[
          { title: t('invoices.text'), dataIndex: 'text' },
          { title: t('invoices.quantity'), dataIndex: 'quantity', align: 'right' },
          {
            title: t('invoices.rate'),
            key: 'rate',
            align: 'right',
            render: (_, { tax_rate }) => `${tax_rate}%`,
          },
          { title: t('invoices.tax'), dataIndex: 'tax', align: 'right' },
          { title: t('invoices.amount'), dataIndex: 'amount', align: 'right' },
        ]}
      />
      {tax !== '0.00' && (
        <Typography.Text type="secondary">
          {t(inclusive ? 'invoices.inclusive' : 'invoices.exclusive')}
        </Typography.Text>
      )}
    </section>
  )
}
