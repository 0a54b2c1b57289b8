import type { ListFilter, ListPath, ListSort } from '@lessor/contract'

type Given<Path extends ListPath> = { readonly [Name in ListFilter<Path>]?: string } & {
  readonly sort?: ListSort<Path>
}

/** The address of a list's page under some filters; they are named as in the API. */
export const listLink = <Path extends ListPath>(page: `/${string}`, given: Given<Path>): string =>
  `${page}?${new URLSearchParams(Object.entries<string>(given))}`
