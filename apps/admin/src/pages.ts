import { accountPage, accountsPage } from './features/accounts/pages.ts'
import { batchesPage, codesPage } from './features/codes/pages.ts'
import { healthPage } from './features/health/pages.ts'
import { auditPage, loginsPage, rechargesPage, registrationsPage } from './features/logs/pages.ts'
import { mailsPage } from './features/mails/pages.ts'
import { onlinePage } from './features/online/pages.ts'
import { profilePage } from './features/profile/pages.ts'
import { settingsPage } from './features/settings/pages.ts'
import { softwarePage } from './features/software/pages.ts'
import { staffPage } from './features/staff/pages.ts'
import { todayPage } from './features/today/pages.ts'
import { recordsPage, usersPage } from './features/users/pages.ts'
import type { Me } from './me.ts'
import { groups, type ConsolePage } from './page.ts'

/** Every page of the console; those of one group stand in the menu in this order. */
const pages: readonly ConsolePage[] = [
  todayPage,
  healthPage,
  usersPage,
  recordsPage,
  accountsPage,
  accountPage,
  onlinePage,
  loginsPage,
  registrationsPage,
  staffPage,
  rechargesPage,
  batchesPage,
  codesPage,
  softwarePage,
  auditPage,
  mailsPage,
  settingsPage,
  profilePage,
]

export const pagesOf = (me: Me): readonly ConsolePage[] => pages.filter((page) => page.mayBeSeen(me))

/** What a role sees of the menu; a group without a page isn't there. */
export const menuOf = (me: Me) =>
  groups
    .map((group) => ({
      group,
      entries: pagesOf(me).flatMap(({ path, place }) => (place?.group === group ? [{ path, ...place }] : [])),
    }))
    .filter(({ entries }) => entries.length > 0)
