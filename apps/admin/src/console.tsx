import { ApiFailure, ErrorPanel, useSessionEnded } from '@lessor/ui'
import { Spin } from 'antd'
import { lazy, Suspense } from 'react'
import { BrowserRouter } from 'react-router'
import { Layout } from './layout.tsx'
import { MeContext, useMeQuery } from './me.ts'
import { PageRoutes } from './routes.tsx'

const SignInPage = lazy(() => import('./features/people/sign-in/page.tsx'))
const SignInAgain = lazy(() => import('./features/people/sign-in/again.tsx'))
const waiting = <Spin fullscreen delay={200} />

/** The sign-in page, or everything behind it: that stays when the session ends, with what was typed. */
export function Console() {
  const me = useMeQuery()
  const hasEnded = useSessionEnded()
  if (me.data) {
    return (
      <MeContext value={me.data}>
        <BrowserRouter basename="/admin">
          <Layout>
            <PageRoutes />
          </Layout>
        </BrowserRouter>
        <Suspense>{hasEnded && <SignInAgain me={me.data} />}</Suspense>
      </MeContext>
    )
  }
  if (me.error instanceof ApiFailure && me.error.status === 401) {
    return (
      <Suspense fallback={waiting}>
        <SignInPage />
      </Suspense>
    )
  }
  return me.error ? <ErrorPanel error={me.error} retry={me.refetch} /> : waiting
}
