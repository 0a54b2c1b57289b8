import { accountRoutes } from './modules/accounts/index.ts'
import { auditRoutes } from './modules/audit/index.ts'
import { catalogRoutes } from './modules/catalog/index.ts'
import { codeRoutes } from './modules/codes/index.ts'
import { leaseRoutes } from './modules/leases/index.ts'
import { notifyRoutes } from './modules/notify/index.ts'
import { sessionRoutes, type Memory } from './modules/sessions/index.ts'
import { settingsRoutes } from './modules/settings/index.ts'
import { staffRoutes } from './modules/staff/index.ts'
import { statusPage, statusRoutes } from './modules/status/index.ts'
import type { Route } from './platform/http/route.ts'

/** Every route of the product; those of sessions read the memory of this process, a status link's fills a built page. */
export const routesOf = (memory: Memory, pages: { readonly status: string | undefined }): Route[] => [
  ...staffRoutes,
  ...settingsRoutes,
  ...accountRoutes,
  ...sessionRoutes(memory),
  ...leaseRoutes,
  ...catalogRoutes,
  ...codeRoutes,
  ...auditRoutes,
  ...notifyRoutes,
  ...statusRoutes,
  statusPage(pages.status),
]
