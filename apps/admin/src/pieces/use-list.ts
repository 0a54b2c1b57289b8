import type { ListFilter, ListItem, ListPage, ListPath, ListQuery, ListSort } from '@lessor/contract'
import { readList } from '@lessor/ui'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useFilters, type Filters } from './filters.ts'
import { useSort, type Sorting } from './sort.ts'

const limit = 50

interface ApiListOptions<Path extends ListPath, Name extends ListFilter<Path>> {
  /** What of the address bar narrows the list. */
  readonly filters: readonly Name[]
  /** The server's own order. */
  readonly sort: ListSort<Path>
  /** How the API takes the filters, where they aren't sent as they are. */
  readonly ask?: (filters: Filters<Name>) => ListQuery<Path>
  /** Which orders of the address bar hold under these filters; all of them where it is absent. */
  readonly mayBeSorted?: (sort: string, filters: Filters<Name>) => boolean
  readonly refetchMs?: number
}

/** A list of the API under the filters and the order that stand in the address bar. */
export function useApiList<Path extends ListPath, Name extends ListFilter<Path>>(
  path: Path,
  { filters: names, sort, ask, mayBeSorted, refetchMs }: ApiListOptions<Path, Name>,
) {
  const { filters, ...change } = useFilters(...names)
  const order = useSort(sort, (one) => mayBeSorted?.(one, filters) ?? true)
  const asked: ListQuery<Path> = { ...(ask ? ask(filters) : filters), sort: order.sort }
  return { ...useList(path, asked, { order, refetchMs }), filters, ...change }
}

interface ListOptions {
  readonly refetchMs?: number | undefined
  readonly order?: Sorting
}

/** A list of the API, page after page. */
export function useList<Path extends ListPath>(
  path: Path,
  asked: ListQuery<Path>,
  { refetchMs, order }: ListOptions = {},
) {
  const query = useInfiniteQuery({
    queryKey: [path, asked],
    queryFn: ({ pageParam: cursor }) => readList(path, { ...asked, limit, ...(cursor && { cursor }) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    refetchInterval: refetchMs ?? false,
    // While another filter loads, the rows stay: nothing jumps, and the focus isn't lost.
    placeholderData: keepPreviousData,
  })
  const pages: readonly ListPage<Path>[] = query.data?.pages ?? []
  const items: readonly ListItem<Path>[] = pages.flatMap((page) => page.items)
  return { path, asked, query, order, items, first: pages[0] }
}

export type List<Path extends ListPath> = ReturnType<typeof useList<Path>>
