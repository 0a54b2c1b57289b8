import type { Module } from '../../../platform/module.ts'
import { statusPage } from './rest-page.ts'
import { statusRoutes } from './rest.ts'

export { linesOf, usersIn } from '@lessor/status'
export { createUser } from './create-user.ts'
export { exportUsers } from './export-users.ts'
export { importUser } from './import-user.ts'

export const users = {
  routes: ({ statusPage: page }: { readonly statusPage: string | undefined }) => [
    ...statusRoutes,
    statusPage(page),
  ],
} satisfies Module
