import { Result, Spin } from 'antd'
import { lazy, Suspense } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { menuOf } from './menu.tsx'
import { useMe } from './me.ts'
import { paths } from './paths.ts'
import { useTexts } from './texts.ts'

const AccountsPage = lazy(() => import('./features/accounts/page.tsx'))
const AccountPage = lazy(() => import('./features/accounts/account-page.tsx'))

/** Each page comes when it is first looked at. */
export function Pages() {
  return (
    <Suspense fallback={<Spin delay={200} style={{ display: 'block', margin: 64 }} />}>
      <Routes>
        <Route index element={<Home />} />
        <Route path={paths.accounts} element={<AccountsPage />} />
        <Route path={paths.account(':id')} element={<AccountPage />} />
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
  return <Result title={t('layout.home')} subTitle={t('layout.homeWhat')} />
}

function Missing() {
  const t = useTexts()
  return <Result status="404" title={t('layout.missing')} subTitle={t('layout.missingWhat')} />
}
