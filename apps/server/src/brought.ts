import type { Memory } from './modules/vip/verification/index.ts'
import type { Watched } from './modules/desk/monitor/index.ts'
import * as modules from './modules.ts'
import type { Route } from './platform/http/route.ts'
import type { Job } from './platform/jobs.ts'
import { broughtBy, type JobsOf, type Module } from './platform/module.ts'

/** What routes read of the process that answers them. */
export interface RouteDeps extends Watched {
  /** Of living sessions. */
  readonly memory: Memory
  /** The built page of a status link, to be filled; absent when it wasn't built. */
  readonly statusPage: string | undefined
}

const all: readonly Module<RouteDeps>[] = Object.values(modules)

/** Every route of the product. */
export const routesOf = (process: RouteDeps): Route[] =>
  all.flatMap(({ routes, envelope }) =>
    broughtBy([routes], process).map((route) => (envelope ? { ...route, envelope } : route)),
  )

/** Every job of the product but the platform's own. */
export const jobsOf = (given: JobsOf): Job[] =>
  broughtBy(
    all.map(({ jobs }) => jobs),
    given,
  )
