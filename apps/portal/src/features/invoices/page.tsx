import { answer, api, useFormat } from '@lessor/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Page } from '../../pieces/page.tsx'
import { Problem } from '../../pieces/problem.tsx'
import { BuyTabs } from '../../pieces/tabs.tsx'
import { useTexts } from '../../texts.ts'

const read = (cursor: string | null) => {
  const query = { limit: 20, ...(cursor !== null && { cursor }) }
  return answer(api.GET('/api/invoices', { params: { query } }))
}
type Invoice = Awaited<ReturnType<typeof read>>['items'][number]

/** Somebody's invoices and credit notes, newest first, each as a page and as a file. */
export default function InvoicesPage() {
  const t = useTexts()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['invoices'],
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
  })
  const invoices = data?.pages.flatMap(({ items }) => items)
  return (
    <Page title={t('invoices.title')}>
      <BuyTabs />
      <Problem error={error} {...(error && { retry: refetch })} />
      {invoices && (
        <section className="card">
          {invoices.length === 0 && <p className="quiet">{t('invoices.empty')}</p>}
          <ul className="rows">
            {invoices.map((invoice) => (
              <Row key={invoice.id} invoice={invoice} />
            ))}
          </ul>
          {hasNextPage && (
            <button
              type="button"
              className="plain"
              disabled={isFetchingNextPage}
              onClick={() => void fetchNextPage()}
            >
              {t('history.more')}
            </button>
          )}
        </section>
      )}
    </Page>
  )
}

function Row({
  invoice: { id, number, kind, status, total, currency, issued_at: issuedAt },
}: {
  readonly invoice: Invoice
}) {
  const t = useTexts()
  const format = useFormat()
  const name = `${t(`invoices.kinds.${kind}`)} ${number ?? ''}`
  return (
    <li>
      <span>
        <b>{name}</b>
        <br />
        <span className="quiet">
          {format.day(issuedAt)} · {t(`invoices.statuses.${status}`)}
        </span>
      </span>
      <span className="end">
        {total} {currency}
        <br />
        <a
          href={`/api/invoices/${id}/html`}
          target="_blank"
          rel="noreferrer"
          aria-label={t('invoices.viewOf', { name })}
        >
          {t('invoices.view')}
        </a>{' '}
        <a
          href={`/api/invoices/${id}/pdf`}
          download={`${number}.pdf`}
          aria-label={t('invoices.pdfOf', { name })}
        >
          {t('invoices.pdf')}
        </a>
      </span>
    </li>
  )
}
