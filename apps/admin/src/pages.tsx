import { BrokenPage, lazyPage, Notice, PageBoundary } from '@lessor/ui'
import { Spin } from 'antd'
import { Suspense, type ComponentType } from 'react'
import { Link, Navigate, Route, Routes, useLocation } from 'react-router'
// Where everybody begins: it comes with the first script.
import TodayPage from './features/today/page.tsx'
import { menuOf, type MenuPath } from './menu.tsx'
import { staffCan, useMe } from './me.ts'
import { paths } from './paths.ts'
import { Page } from './pieces/page.tsx'
import { useTexts } from './texts.ts'

const AccountsPage = lazyPage(() => import('./features/accounts/page.tsx'))
const AccountPage = lazyPage(() => import('./features/accounts/account-page.tsx'))
const BatchesPage = lazyPage(() => import('./features/codes/batches-page.tsx'))
const CodesPage = lazyPage(() => import('./features/codes/page.tsx'))
const SoftwarePage = lazyPage(() => import('./features/software/page.tsx'))
const OnlinePage = lazyPage(() => import('./features/online/page.tsx'))
const LoginsPage = lazyPage(() => import('./features/logs/logins-page.tsx'))
const RegistrationsPage = lazyPage(() => import('./features/logs/registrations-page.tsx'))
const RechargesPage = lazyPage(() => import('./features/logs/recharges-page.tsx'))
const AuditPage = lazyPage(() => import('./features/logs/audit-page.tsx'))
const MailsPage = lazyPage(() => import('./features/mails/page.tsx'))
const HealthPage = lazyPage(() => import('./features/health/page.tsx'))
const SettingsPage = lazyPage(() => import('./features/settings/page.tsx'))
const StaffPage = lazyPage(() => import('./features/staff/page.tsx'))
const ProfilePage = lazyPage(() => import('./features/profile/page.tsx'))
const UsersPage = lazyPage(() => import('./features/users/page.tsx'))
const RecordsPage = lazyPage(() => import('./features/users/records-page.tsx'))

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
  // Another page is another try.
  const { pathname } = useLocation()
  return (
    <PageBoundary key={pathname} broken={(error, retry) => <Broken error={error} retry={retry} />}>
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
    </PageBoundary>
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
      <Link to={paths.home}>{t('layout.back')}</Link>
    </Page>
  )
}

function Broken(props: { readonly error: unknown; readonly retry: () => void }) {
  const t = useTexts()
  return (
    <Page title={t('layout.broken')}>
      <BrokenPage {...props} />
    </Page>
  )
}
