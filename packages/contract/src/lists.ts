import type { paths } from './generated/api.ts'

interface AnyPage {
  readonly items: readonly object[]
  readonly next_cursor: string | null
}

/** A GET that takes `Query` and answers `Data`. */
interface Get<Query, Data> {
  readonly get: {
    parameters: { readonly query?: Query }
    responses: { 200: { content: { 'application/json': { readonly data: Data } } } }
  }
}

/** What the API has pages of, each with what it takes and answers; it saves them whole as CSV at `<path>/export`. */
type Lists = {
  [
    Path in keyof paths as `${Path}/export` extends keyof paths
      ? paths[Path] extends Get<infer _, AnyPage>
        ? Path
        : never
      : never
  ]: paths[Path] extends Get<infer Query, infer Page extends AnyPage>
    ? {
        readonly query: NonNullable<Query>
        readonly item: Page['items'][number]
        /** What a page says besides its items. */
        readonly also: Omit<Page, keyof AnyPage>
      }
    : never
}

/** The lists of the API, by their paths. */
export type ListPath = keyof Lists

export type ListItem<Path extends ListPath> = Lists[Path]['item']

/** A page of a list. */
export type ListPage<Path extends ListPath> = Lists[Path]['also'] & {
  readonly items: readonly ListItem<Path>[]
  readonly next_cursor: string | null
}

/** How a list can be sorted: a field's name, `-` in front for the greatest first. */
export type ListSort<Path extends ListPath> = Lists[Path]['query'] extends { readonly sort?: infer Sort }
  ? Extract<Sort, string>
  : never

/** The fields that a list can be sorted by. */
export type SortField<Path extends ListPath> = Exclude<ListSort<Path>, `-${string}`>

/** What a list can be narrowed by. */
export type ListFilter<Path extends ListPath> = Exclude<
  keyof Lists[Path]['query'] & string,
  'cursor' | 'limit' | 'page' | 'page_size' | 'sort'
>

/** What a filter may be. */
export type FilterValue<Path extends ListPath, Name extends ListFilter<Path>> = NonNullable<
  Lists[Path]['query'][Name]
>

/** The query of a list, as text of an address: the server checks it. */
export type ListQuery<Path extends ListPath> = { readonly [Name in ListFilter<Path>]?: string } & {
  readonly limit?: number
  readonly cursor?: string
  readonly sort?: string
}

/** Any list, for a client whose caller knows the path only by its type. */
export interface AnyList {
  readonly [path: string]: Get<Readonly<Record<string, string | number | undefined>>, AnyPage>
}
