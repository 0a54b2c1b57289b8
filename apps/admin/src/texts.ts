import type { Key, Say } from '@lessor/ui'
import { useTranslation } from 'react-i18next'
import * as alerts from './features/core/alerts/texts.ts'
import * as audit from './features/core/audit/texts.ts'
import * as mails from './features/core/mails/texts.ts'
import * as notices from './features/core/notices/texts.ts'
import * as plugins from './features/core/plugins/menu-texts.ts'
import type * as allPlugins from './features/core/plugins/texts.ts'
import * as settings from './features/core/settings/menu-texts.ts'
import type * as allSettings from './features/core/settings/texts.ts'
import * as health from './features/desk/health/texts.ts'
import * as today from './features/desk/today/texts.ts'
import * as catalog from './features/leasing/catalog/menu-texts.ts'
import type * as allCatalog from './features/leasing/catalog/texts.ts'
import * as recharges from './features/leasing/recharges/texts.ts'
import * as invoices from './features/money/invoices/menu-texts.ts'
import type * as allInvoices from './features/money/invoices/texts.ts'
import * as ledger from './features/money/ledger/texts.ts'
import * as payments from './features/money/payments/texts.ts'
import * as refunds from './features/money/refunds/texts.ts'
import * as statements from './features/money/statements/menu-texts.ts'
import type * as allStatements from './features/money/statements/texts.ts'
import * as reports from './features/money/reports/menu-texts.ts'
import type * as allReports from './features/money/reports/texts.ts'
import * as accounts from './features/people/accounts/texts.ts'
import * as logs from './features/people/logs/texts.ts'
import * as online from './features/people/online/texts.ts'
import * as profile from './features/people/profile/texts.ts'
import * as signIn from './features/people/sign-in/texts.ts'
import * as staff from './features/people/staff/texts.ts'
import * as codes from './features/sales/codes/menu-texts.ts'
import type * as allCodes from './features/sales/codes/texts.ts'
import * as coupons from './features/sales/coupons/menu-texts.ts'
import type * as reversals from './features/money/payments/reversal-texts.ts'
import type * as allCoupons from './features/sales/coupons/texts.ts'
import * as orders from './features/sales/orders/texts.ts'
import * as renewals from './features/sales/renewals/menu-texts.ts'
import type * as allRenewals from './features/sales/renewals/texts.ts'
import * as users from './features/status/users/texts.ts'
import * as software from './features/vip/software/texts.ts'
import * as layout from './layout-texts.ts'
import * as pieces from './pieces/texts.ts'

const parts = {
  alerts,
  audit,
  mails,
  notices,
  plugins,
  settings,
  health,
  today,
  catalog,
  recharges,
  invoices,
  ledger,
  payments,
  refunds,
  reports,
  statements,
  accounts,
  logs,
  online,
  profile,
  signIn,
  staff,
  codes,
  coupons,
  orders,
  renewals,
  users,
  software,
  layout,
  pieces,
}
/** As they are once those of a page have come (`late-texts.ts`). */
type Parts = Omit<
  typeof parts,
  | 'plugins'
  | 'catalog'
  | 'settings'
  | 'codes'
  | 'coupons'
  | 'invoices'
  | 'renewals'
  | 'reports'
  | 'statements'
> & {
  readonly invoices: typeof allInvoices
  readonly plugins: typeof allPlugins
  readonly catalog: typeof allCatalog
  readonly codes: typeof allCodes
  readonly settings: typeof allSettings
  readonly coupons: typeof allCoupons
  readonly reversals: typeof reversals
  readonly reports: typeof allReports
  readonly renewals: typeof allRenewals
  readonly statements: typeof allStatements
}

const inLanguage = <Language extends 'zh' | 'en'>(language: Language) =>
  Object.fromEntries(Object.entries(parts).map(([name, texts]) => [name, texts[language]])) as {
    readonly [Name in keyof Parts]: Parts[Name][Language]
  }

export const texts = { zh: inLanguage('zh'), en: inLanguage('en') }
export type TextKey = Key<typeof texts.zh>

/** The console's texts in the reader's language; a key that doesn't exist doesn't compile. */
export const useTexts = (): Say<typeof texts.zh> => useTranslation().t as unknown as Say<typeof texts.zh>
