import { alertPages } from './features/core/alerts/pages.ts'
import { auditPage } from './features/core/audit/pages.ts'
import { mailsPage } from './features/core/mails/pages.ts'
import { noticePages } from './features/core/notices/pages.ts'
import { pluginPages } from './features/core/plugins/pages.ts'
import { settingsPage } from './features/core/settings/pages.ts'
import { healthPage } from './features/desk/health/pages.ts'
import { todayPage } from './features/desk/today/pages.ts'
import { catalogPages } from './features/leasing/catalog/pages.ts'
import { rechargesPage } from './features/leasing/recharges/pages.ts'
import { invoicePages } from './features/money/invoices/pages.ts'
import { ledgerPage } from './features/money/ledger/pages.ts'
import { refundsPage } from './features/money/refunds/pages.ts'
import { reportsPage } from './features/money/reports/pages.ts'
import { statementPages } from './features/money/statements/pages.ts'
import { paymentPages } from './features/money/payments/pages.ts'
import { accountPage, accountsPage } from './features/people/accounts/pages.ts'
import { loginsPage, registrationsPage } from './features/people/logs/pages.ts'
import { onlinePage } from './features/people/online/pages.ts'
import { profilePage } from './features/people/profile/pages.ts'
import { staffPage } from './features/people/staff/pages.ts'
import { batchesPage, codesPage } from './features/sales/codes/pages.ts'
import { couponPages } from './features/sales/coupons/pages.ts'
import { orderPages } from './features/sales/orders/pages.ts'
import { renewalsPage } from './features/sales/renewals/pages.ts'
import { recordsPage, usersPage } from './features/status/users/pages.ts'
import { softwarePage } from './features/vip/software/pages.ts'
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
  ...catalogPages,
  rechargesPage,
  ...orderPages,
  renewalsPage,
  ...couponPages,
  batchesPage,
  codesPage,
  ...paymentPages,
  refundsPage,
  ...invoicePages,
  ledgerPage,
  ...statementPages,
  reportsPage,
  softwarePage,
  ...alertPages,
  ...noticePages,
  auditPage,
  mailsPage,
  ...pluginPages,
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
