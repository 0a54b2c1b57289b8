import { ApiFailure, ErrorPanel } from '@lessor/ui'
import { Spin } from 'antd'
import { BrowserRouter } from 'react-router'
import { SignInPage } from './features/sign-in/page.tsx'
import { Layout } from './layout.tsx'
import { MeContext, useMeQuery } from './me.ts'
import { Pages } from './pages.tsx'

/** The sign-in page, or everything behind it. */
export function Console() {
  const me = useMeQuery()
  if (me.error instanceof ApiFailure && me.error.status === 401) return <SignInPage />
  if (me.data) {
    return (
      <MeContext value={me.data}>
        <BrowserRouter basename="/admin">
          <Layout>
            <Pages />
          </Layout>
        </BrowserRouter>
      </MeContext>
    )
  }
  return me.error ? <ErrorPanel error={me.error} retry={me.refetch} /> : <Spin fullscreen delay={200} />
}
