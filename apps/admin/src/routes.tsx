import { BrokenPage, Notice, PageBoundary } from '@lessor/ui'
import { Spin } from 'antd'
import { Suspense } from 'react'
import { Link, Navigate, Route, Routes, useLocation } from 'react-router'
import { useMe } from './me.ts'
import { menuOf, pagesOf } from './pages.ts'
import { Page } from './pieces/page.tsx'
import { useTexts } from './texts.ts'

/** The pages that one's role may see; unknown and forbidden paths both show "not found". */
export function PageRoutes() {
  const me = useMe()
  // Another page is another try.
  const { pathname } = useLocation()
  return (
    <PageBoundary key={pathname} broken={(error, retry) => <Broken error={error} retry={retry} />}>
      <Suspense fallback={<Spin delay={200} style={{ display: 'block', margin: 64 }} />}>
        <Routes>
          <Route index element={<Home />} />
          {pagesOf(me).map(({ path, Component }) => (
            <Route key={path} path={path} Component={Component} />
          ))}
          <Route path="*" Component={Missing} />
        </Routes>
      </Suspense>
    </PageBoundary>
  )
}

/** The first page of somebody's menu. */
function Home() {
  const t = useTexts()
  const first = menuOf(useMe())[0]?.entries[0]
  if (first) return <Navigate to={first.path} replace />
  return <Notice title={t('layout.home')} what={t('layout.homeWhat')} />
}

function Missing() {
  const t = useTexts()
  return (
    <Page title={t('layout.missing')}>
      <p>{t('layout.missingWhat')}</p>
      <Link to="/">{t('layout.back')}</Link>
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
