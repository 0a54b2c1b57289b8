import { useSearchParams } from 'react-router'

/** How a list is sorted, kept in the URL: a field's name, `-` in front for the greatest first. */
export interface Sorting {
  readonly sort: string
  readonly set: (sort: string) => void
}

/** `defaultSort` is the server's own order, and isn't in the URL; it stands in for a sort that `isAllowed` denies, too. */
export function useSort(defaultSort: string, isAllowed: (sort: string) => boolean = () => true): Sorting {
  const [params, setParams] = useSearchParams()
  const set = (sort: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (sort === defaultSort) next.delete('sort')
        else next.set('sort', sort)
        return next
      },
      { replace: true },
    )
  const given = params.get('sort')
  return { sort: given && isAllowed(given) ? given : defaultSort, set }
}

/** Which way a column goes; null where the list isn't sorted by it. */
export function directionOf({ sort }: Sorting, column: string): 'ascend' | 'descend' | null {
  if (sort === column) return 'ascend'
  return sort === `-${column}` ? 'descend' : null
}
