import { Empty, ErrorPanel } from '@lessor/ui'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button, Flex, Table, Typography, type TableColumnsType, type TableColumnType } from 'antd'
import type { SorterResult } from 'antd/es/table/interface'
import type { ReactNode } from 'react'
import { useTexts } from '../texts.ts'
import { directionOf, type Sorting } from './sort.ts'

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
  readonly sort?: string
}

interface Listing<Item> {
  readonly key: readonly unknown[]
  readonly load: (page: PageQuery) => Promise<Listed<Item>>
  readonly refetchMs?: number
  /** Where the columns sort it; each that does has `sorter` and the field's name as its key. */
  readonly order?: Sorting
}

const limit = 50

/** A list of the server, page after page. */
export function useList<Item>({ key, load, refetchMs, order }: Listing<Item>) {
  const first = order ? { limit, sort: order.sort } : { limit }
  const query = useInfiniteQuery({
    queryKey: order ? [...key, order.sort] : key,
    queryFn: ({ pageParam }) => load(pageParam ? { ...first, cursor: pageParam } : first),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    refetchInterval: refetchMs ?? false,
    // While another filter loads, the rows stay: nothing jumps, and the focus isn't lost.
    placeholderData: keepPreviousData,
  })
  return { query, order, items: query.data?.pages.flatMap((page) => page.items) ?? [] }
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
  const { query, items, order } = list
  const t = useTexts()
  if (query.error && items.length === 0) return <ErrorPanel error={query.error} retry={query.refetch} />
  return (
    <>
      {/* The keyboard scrolls it too. */}
      <section className="list" aria-label={label} tabIndex={0}>
        <Table<Item>
          size="middle"
          rowKey={rowKey}
          columns={order ? columns.map((column) => sorted(column, order)) : columns}
          sortDirections={['ascend', 'descend', 'ascend']}
          onChange={(_page, _filters, sorter) => order?.set(sortOf(sorter))}
          dataSource={items}
          loading={{ spinning: query.isPending || query.isPlaceholderData, delay: 200 }}
          pagination={false}
          locale={{ emptyText: query.isPending ? <span /> : <Empty text={empty} /> }}
          {...(chosen && {
            rowSelection: { selectedRowKeys: [...chosen], onChange: (keys) => onChoose?.(keys.map(String)) },
          })}
          {...(expand && { expandable: { expandedRowRender: expand, columnTitle: t('pieces.details') } })}
        />
      </section>
      {items.length > 0 && <Foot list={list} />}
    </>
  )
}

function sorted<Item>(column: TableColumnType<Item>, order: Sorting): TableColumnType<Item> {
  return column.sorter ? { ...column, sortOrder: directionOf(order, String(column.key)) } : column
}

/** What was chosen in a column's head, as the API takes it. */
function sortOf<Item>(sorter: SorterResult<Item> | SorterResult<Item>[]): string {
  const [{ columnKey, order } = {}] = [sorter].flat()
  return order === 'descend' ? `-${columnKey}` : String(columnKey)
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
