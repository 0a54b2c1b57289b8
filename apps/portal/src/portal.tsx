import { useDark } from '@lessor/ui'
import { lazy, Suspense, useEffect } from 'react'
import { Navigate, Route, Routes, useLocation } from 'react-router'
import { LeasePage } from './features/lease/page.tsx'
import { SignInPage } from './features/sign-in/sign-in.tsx'
import { Layout } from './layout.tsx'
import { MeContext, useMeQuery } from './me.ts'
import { paths } from './paths.ts'
import { Missing } from './pieces/missing.tsx'
import { WholeProblem } from './pieces/problem.tsx'

const RegisterPage = lazy(() => import('./features/sign-in/register.tsx'))
const VerifyPage = lazy(() => import('./features/sign-in/verify.tsx'))
const UndoEmailPage = lazy(() => import('./features/sign-in/undo-email.tsx'))
const ResetPage = lazy(() => import('./features/sign-in/reset.tsx'))
const HistoryPage = lazy(() => import('./features/history/page.tsx'))
const DevicesPage = lazy(() => import('./features/devices/page.tsx'))
const ProfilePage = lazy(() => import('./features/profile/page.tsx'))

/** What somebody may see before they sign in, or their own pages. */
export function Portal() {
  const dark = useDark()
  useEffect(() => {
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light'
  }, [dark])
  const me = useMeQuery()
  const { pathname } = useLocation()
  // A link from a mail works whoever is signed in here.
  if (pathname === paths.undoEmail)
    return (
      <Suspense>
        <UndoEmailPage />
      </Suspense>
    )
  if (me.data === null) return <Outside />
  if (!me.data) return me.error ? <WholeProblem error={me.error} retry={me.refetch} /> : null
  return (
    <MeContext value={me.data}>
      <Inside />
    </MeContext>
  )
}

/** Pages that ask who isn't signed in to do so first, and those that who is signed in has behind them. */
const own = [paths.lease, paths.history, paths.devices, paths.profile]
const doors = [paths.register, paths.verify, paths.reset]

const Outside = () => (
  <Suspense>
    <Routes>
      <Route path={paths.register} element={<RegisterPage />} />
      <Route path={paths.verify} element={<VerifyPage />} />
      <Route path={paths.reset} element={<ResetPage />} />
      {own.map((path) => (
        <Route key={path} path={path} element={<SignInPage />} />
      ))}
      <Route
        path="*"
        element={
          <main className="door">
            <Missing />
          </main>
        }
      />
    </Routes>
  </Suspense>
)

const Inside = () => (
  <Layout>
    <Suspense>
      <Routes>
        <Route path={paths.history} element={<HistoryPage />} />
        <Route path={paths.devices} element={<DevicesPage />} />
        <Route path={paths.profile} element={<ProfilePage />} />
        <Route path={paths.lease} element={<LeasePage />} />
        {doors.map((path) => (
          <Route key={path} path={path} element={<Navigate to={paths.lease} replace />} />
        ))}
        <Route path="*" element={<Missing />} />
      </Routes>
    </Suspense>
  </Layout>
)
