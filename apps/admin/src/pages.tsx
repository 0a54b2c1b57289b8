import { Notice } from '@lessor/ui'
import { Spin } from 'antd'
import { lazy, Suspense, type ComponentType } from 'react'
import { Navigate, Route, Routes } from 'react-router'
// Where everybody begins: it comes with the first script.
import TodayPage from './features/today/page.tsx'
import { menuOf, type MenuPath } from './menu.tsx'
import { staffCan, useMe } from './me.ts'
import { paths } from './paths.ts'
import { Page } from './pieces/page.tsx'
import { useTexts } from './texts.ts'

const AccountsPage = lazy(() => import('./features/accounts/page.tsx'))
const AccountPage = lazy(() => import('./features/accounts/account-page.tsx'))
const BatchesPage = lazy(() => import('./features/codes/batches-page.tsx'))
const CodesPage = lazy(() => import('./features/codes/page.tsx'))
const SoftwarePage = lazy(() => import('./features/software/page.tsx'))
const OnlinePage = lazy(() => import('./features/online/page.tsx'))
const LoginsPage = lazy(() => import('./features/logs/logins-page.tsx'))
const RegistrationsPage = lazy(() => import('./features/logs/registrations-page.tsx'))
const RechargesPage = lazy(() => import('./features/logs/recharges-page.tsx'))
const AuditPage = lazy(() => import('./features/logs/audit-page.tsx'))
const MailsPage = lazy(() => import('./features/mails/page.tsx'))
const HealthPage = lazy(() => import('./features/health/page.tsx'))
const SettingsPage = lazy(() => import('./features/settings/page.tsx'))
const StaffPage = lazy(() => import('./features/staff/page.tsx'))
const ProfilePage = lazy(() => import('./features/profile/page.tsx'))
const UsersPage = lazy(() => import('./features/users/page.tsx'))
const RecordsPage = lazy(() => import('./features/users/records-page.tsx'))

/** The page of each entry of the menu; all but the first come when they are first looked at. */
const pages: Readonly<Record<MenuPath, ComponentType>> = {
  [paths.today]: TodayPage,
  [paths.users]: UsersPage,
  [paths.records]: RecordsPage,
  [paths.accounts]: AccountsPage,
  [paths.batches]: BatchesPage,
  [paths.codes]: CodesPage,
  [paths.software]: SoftwarePage,
  [paths.online]: OnlinePage,
  [paths.logins]: LoginsPage,
  [paths.registrations]: RegistrationsPage,
  [paths.recharges]: RechargesPage,
  [paths.audit]: AuditPage,
  [paths.mails]: MailsPage,
  [paths.health]: HealthPage,
  [paths.settings]: SettingsPage,
  [paths.staff]: StaffPage,
}

/** What somebody's menu leads to; any other address is told to be none, also of a page that others have. */
export function Pages() {
  const me = useMe()
  return (
    <Suspense fallback={<Spin delay={200} style={{ display: 'block', margin: 64 }} />}>
      <Routes>
        <Route index element={<Home />} />
        {menuOf(me).map(({ path }) => (
          <Route key={path} path={path} Component={pages[path]} />
        ))}
        {staffCan(me, 'accounts.read') && <Route path={paths.account(':id')} Component={AccountPage} />}
        {me.may_change_password && <Route path={paths.profile} Component={ProfilePage} />}
        <Route path="*" Component={Missing} />
      </Routes>
    </Suspense>
  )
}

/** The first page of somebody's menu. */
function Home() {
  const t = useTexts()
  const first = menuOf(useMe())[0]
  if (first) return <Navigate to={first.path} replace />
  return <Notice title={t('layout.home')} what={t('layout.homeWhat')} />
}

function Missing() {
  const t = useTexts()
  return (
    <Page title={t('layout.missing')}>
      <p>{t('layout.missingWhat')}</p>
    </Page>
  )
}
