import { answer, api, useFormat, useLanguage } from '@lessor/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Copyable } from '../../pieces/copyable.tsx'
import { MoreButton } from '../../pieces/more-button.tsx'
import { Card } from '../../pieces/page.tsx'
import { Problem } from '../../pieces/problem.tsx'
import { useTexts } from '../../texts.ts'
import type { Order } from './use-orders.ts'

const read = (id: string, cursor: string | null) => {
  const query = { limit: 100, ...(cursor !== null && { cursor }) }
  return answer(api.GET('/api/orders/{id}/codes', { params: { path: { id }, query } }))
}
type Code = Awaited<ReturnType<typeof read>>['items'][number]

/** The codes that an order brought: to copy, to save as a file, and what became of them. */
export function Codes({ order: { id, status } }: { readonly order: Order }) {
  const t = useTexts()
  const format = useFormat()
  const [language] = useLanguage()
  const list = useInfiniteQuery({
    queryKey: ['codes', id, status],
    queryFn: ({ pageParam }) => read(id, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
  })
  const batch = list.data?.pages[0]?.batch
  const codes = list.data?.pages.flatMap(({ items }) => items) ?? []
  const unused = codes.filter((code) => code.status === 'unused')
  if (!batch && !list.error) return null
  return (
    <Card title={t('orders.codes')}>
      <Problem error={list.error} {...(list.error && { retry: list.refetch })} />
      {batch && (
        <>
          <p className="quiet">{t('orders.codesUntil', { time: format.day(batch.expires_at) })}</p>
          {unused.length > 0 && <Copyable text={unused.map(({ code }) => code).join('\n')} />}
          <p>
            <a href={`/api/orders/${id}/codes/export?language=${language}`} download={`codes-${id.slice(-8)}.csv`}>
              {t('orders.codesFile', { count: batch.count })}
            </a>
          </p>
          <ul className="rows">
            {codes.filter((code) => code.status !== 'unused').map((code) => <Row key={code.code} code={code} />)}
          </ul>
          <MoreButton list={list} text={t('orders.more')} />
        </>
      )}
    </Card>
  )
} // prettier-ignore

function Row({ code: { code, status, used_at: usedAt } }: { readonly code: Code }) {
  const t = useTexts()
  const format = useFormat()
  return (
    <li>
      <code>{code}</code>
      <span className="end quiet">
        {t(`orders.codeStates.${status}`)}
        {usedAt && (
          <>
            <br />
            {format.time(usedAt)}
          </>
        )}
      </span>
    </li>
  )
}
