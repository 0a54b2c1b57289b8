import { Notice } from '@lessor/ui'
import { Spin } from 'antd'
import { lazy, Suspense } from 'react'
import { Navigate, Route, Routes } from 'react-router'
// Where everybody begins: it comes with the first script.
import TodayPage from './features/today/page.tsx'
import { menuOf } from './menu.tsx'
import { useMe } from './me.ts'
import { paths } from './paths.ts'
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

/** Each page but the first comes when it is first looked at. */
export function Pages() {
  const { may_change_password } = useMe()
  return (
    <Suspense fallback={<Spin delay={200} style={{ display: 'block', margin: 64 }} />}>
      <Routes>
        <Route index element={<Home />} />
        <Route path={paths.today} element={<TodayPage />} />
        <Route path={paths.users} element={<UsersPage />} />
        <Route path={paths.records} element={<RecordsPage />} />
        <Route path={paths.accounts} element={<AccountsPage />} />
        <Route path={paths.account(':id')} element={<AccountPage />} />
        <Route path={paths.batches} element={<BatchesPage />} />
        <Route path={paths.codes} element={<CodesPage />} />
        <Route path={paths.software} element={<SoftwarePage />} />
        <Route path={paths.online} element={<OnlinePage />} />
        <Route path={paths.logins} element={<LoginsPage />} />
        <Route path={paths.registrations} element={<RegistrationsPage />} />
        <Route path={paths.recharges} element={<RechargesPage />} />
        <Route path={paths.audit} element={<AuditPage />} />
        <Route path={paths.mails} element={<MailsPage />} />
        <Route path={paths.health} element={<HealthPage />} />
        <Route path={paths.settings} element={<SettingsPage />} />
        <Route path={paths.staff} element={<StaffPage />} />
        {may_change_password && <Route path={paths.profile} element={<ProfilePage />} />}
        <Route path="*" element={<Missing />} />
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
  return <Notice title={t('layout.missing')} what={t('layout.missingWhat')} />
}
