import { Empty, ErrorPanel } from '@lessor/ui'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button, Flex, Table, Typography, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../texts.ts'

export interface Listed<Item> {
  readonly items: readonly Item[]
  readonly next_cursor: string | null
  /** How many there are on all pages, where the server counts them. */
  readonly total?: number
}

/** A page of a list to ask for; without a cursor the first. */
export interface PageQuery {
  readonly limit: number
  readonly cursor?: string
}

interface Listing<Item> {
  readonly key: readonly unknown[]
  readonly load: (page: PageQuery) => Promise<Listed<Item>>
  readonly refetchMs?: number
}

const limit = 50

/** A list of the server, page after page. */
export function useList<Item>({ key, load, refetchMs }: Listing<Item>) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => load(pageParam ? { limit, cursor: pageParam } : { limit }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    refetchInterval: refetchMs ?? false,
    // While another filter loads, the rows stay: nothing jumps, and the focus isn't lost.
    placeholderData: keepPreviousData,
  })
  return { query, items: query.data?.pages.flatMap((page) => page.items) ?? [] }
}

interface ListTableProps<Item> {
  readonly list: ReturnType<typeof useList<Item>>
  readonly columns: TableColumnsType<Item>
  readonly rowKey: keyof Item & string
  /** What to say, and to do, when there is nothing. */
  readonly empty: ReactNode
  readonly label: string
  readonly expand?: (item: Item) => ReactNode
  /** The keys of the rows that are chosen, for lists whose rows can be. */
  readonly chosen?: readonly string[]
  readonly onChoose?: (keys: readonly string[]) => void
}

/** A list as a table with a button for what comes next. */
export function ListTable<Item extends object>(props: ListTableProps<Item>) {
  const { list, columns, rowKey, empty, label, expand, chosen, onChoose } = props
  const { query, items } = list
  if (query.error && items.length === 0) return <ErrorPanel error={query.error} retry={query.refetch} />
  return (
    <>
      {/* The keyboard scrolls it too. */}
      <section className="list" aria-label={label} tabIndex={0}>
        <Table<Item>
          size="middle"
          rowKey={rowKey}
          columns={columns}
          dataSource={items}
          loading={{ spinning: query.isPending || query.isPlaceholderData, delay: 200 }}
          pagination={false}
          locale={{ emptyText: query.isPending ? <span /> : <Empty text={empty} /> }}
          {...(chosen && {
            rowSelection: { selectedRowKeys: [...chosen], onChange: (keys) => onChoose?.(keys.map(String)) },
          })}
          {...(expand && { expandable: { expandedRowRender: expand } })}
        />
      </section>
      {items.length > 0 && <Foot list={list} />}
    </>
  )
}

function Foot<Item>({ list: { query, items } }: { readonly list: ReturnType<typeof useList<Item>> }) {
  const t = useTexts()
  const shown = query.hasNextPage ? 'pieces.loaded' : 'pieces.loadedAll'
  return (
    <Flex justify="space-between" align="center" style={{ padding: 12 }}>
      <Typography.Text type="secondary">{t(shown, { count: items.length })}</Typography.Text>
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('pieces.more')}
        </Button>
      )}
    </Flex>
  )
}
