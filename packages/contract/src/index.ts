import createClient, { type Client, type ClientOptions } from 'openapi-fetch'
import type { components, paths, StaffPermission } from './generated/api.ts'
import type { AnyList } from './lists.ts'

export type { components, paths, StaffPermission }
export type {
  FilterValue,
  ListFilter,
  ListItem,
  ListPage,
  ListPath,
  ListQuery,
  ListSort,
  SortField,
} from './lists.ts'

/** A client of a Lessor server (`baseUrl`), typed by its OpenAPI document. A refusal is `error`, never thrown. */
export const openContract = (options: ClientOptions): Client<paths> => createClient<paths>(options)

/** The same for its lists, whatever the path. */
export const openLists = (options: ClientOptions): Client<AnyList> => createClient<AnyList>(options)
