import createClient, { type Client, type ClientOptions } from 'openapi-fetch'
import type { components, paths } from './generated/api.ts'

export type { components, paths }

/** A client of a Lessor server (`baseUrl`), typed by its OpenAPI document. A refusal is `error`, never thrown. */
export const openContract = (options: ClientOptions): Client<paths> => createClient<paths>(options)
