import { openApiDocument as documentOf } from './platform/http/openapi.ts'
import { routesOf } from './brought.ts'
import { version } from './version.ts'

/** The OpenAPI document of this server, without starting one: describing a route asks nothing of what it stands on. */
export const openApiDocument = (): object =>
  documentOf(
    routesOf({ memory: {} as never, statusPage: undefined, jobs: [], unknownProxies: () => [] }),
    version,
  )
