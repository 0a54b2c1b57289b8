import { accountRoutes } from './modules/accounts/index.ts'
import { auditRoutes } from './modules/audit/index.ts'
import { catalogRoutes } from './modules/catalog/index.ts'
import { codeRoutes } from './modules/codes/index.ts'
import { mailCodeRoutes } from './modules/mail-codes/index.ts'
import { monitorRoutes } from './modules/monitor/index.ts'
import { notifyRoutes } from './modules/notify/index.ts'
import { sessionRoutes } from './modules/sessions/index.ts'
import { settingsRoutes } from './modules/settings/index.ts'
import { staffRoutes } from './modules/staff/index.ts'
import { statusPage, statusRoutes } from './modules/status/index.ts'
import { verificationRoutes, type Memory } from './modules/verification/index.ts'
import { vipRoutes } from './modules/vip/index.ts'
import type { Job } from './platform/jobs.ts'
import type { Route } from './platform/http/route.ts'

/** What routes read of the process that answers them. */
export interface Surroundings {
  readonly memory: Memory
  /** The built page of a status link, to be filled; absent when nobody built it. */
  readonly statusPage: string | undefined
  readonly jobs: readonly Job[]
  /** Peers that forward requests and aren't trusted. */
  readonly unknownProxies: () => readonly string[]
}

/** Every route of the product. */
export const routesOf = ({ memory, statusPage: page, jobs, unknownProxies }: Surroundings): Route[] => [
  ...staffRoutes,
  ...settingsRoutes,
  ...accountRoutes,
  ...mailCodeRoutes,
  ...verificationRoutes(memory),
  ...sessionRoutes,
  ...vipRoutes,
  ...catalogRoutes,
  ...codeRoutes,
  ...auditRoutes,
  ...notifyRoutes,
  ...statusRoutes,
  ...monitorRoutes({ jobs, unknownProxies }),
  statusPage(page),
]
