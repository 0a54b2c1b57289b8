import { Empty, ErrorPanel } from '@lessor/ui'
import type { ListItem, ListPath, SortField } from '@lessor/contract'
import { Button, Flex, Table, Typography, type TableColumnType } from 'antd'
import type { SorterResult } from 'antd/es/table/interface'
import type { ReactNode } from 'react'
import { useTexts } from '../texts.ts'
import { directionOf, type Sorting } from './sort.ts'
import type { List } from './use-list.ts'

/** A column; the key of one that sorts is a field that the list can be sorted by. */
export type ListColumn<Path extends ListPath> = Omit<TableColumnType<ListItem<Path>>, 'key' | 'sorter'> &
  (
    | { readonly key: SortField<Path>; readonly sorter: boolean }
    | { readonly key?: string; readonly sorter?: never }
  )

interface ListTableProps<Path extends ListPath> {
  readonly list: List<Path>
  readonly columns: readonly ListColumn<Path>[]
  readonly rowKey: keyof ListItem<Path> & string
  /** What to say, and to do, when there is nothing. */
  readonly empty: ReactNode
  readonly label: string
  readonly expand?: (item: ListItem<Path>) => ReactNode
  /** The keys of the rows that are chosen, for lists whose rows can be. */
  readonly chosen?: readonly string[]
  readonly onChoose?: (keys: readonly string[]) => void
}

/** A list as a table with a button for what comes next. */
export function ListTable<Path extends ListPath>(props: ListTableProps<Path>) {
  const { list, columns, rowKey, empty, label, expand, chosen, onChoose } = props
  const { query, items, order } = list
  const t = useTexts()
  if (query.error && items.length === 0) return <ErrorPanel error={query.error} retry={query.refetch} />
  return (
    <>
      {/* The keyboard scrolls it too. */}
      <section className="list" aria-label={label} tabIndex={0}>
        <Table<ListItem<Path>>
          size="middle"
          rowKey={rowKey}
          columns={columns.map((column) => sorted<Path>(column, order))}
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

function sorted<Path extends ListPath>(column: ListColumn<Path>, order: Sorting | undefined) {
  return column.sorter && order ? { ...column, sortOrder: directionOf(order, column.key) } : column
}

/** What was chosen in a column's head, as the API takes it. */
function sortOf<Item>(sorter: SorterResult<Item> | SorterResult<Item>[]): string {
  const [{ columnKey, order } = {}] = [sorter].flat()
  return order === 'descend' ? `-${columnKey}` : String(columnKey)
}

function Foot<Path extends ListPath>({ list: { query, items } }: { readonly list: List<Path> }) {
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
