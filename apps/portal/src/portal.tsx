import { lazyPage, PageBoundary, useDark, useSessionEnded } from '@lessor/ui'
import { Suspense, useEffect, type ReactNode } from 'react'
import { Navigate, Route, Routes, useLocation } from 'react-router'
import { LeasePage } from './features/lease/page.tsx'
import { SignInAgain } from './features/sign-in/again.tsx'
import { SignInPage } from './features/sign-in/sign-in.tsx'
import { Layout } from './layout.tsx'
import { MeContext, useMeQuery } from './me.ts'
import { paths } from './paths.ts'
import { Missing } from './pieces/missing.tsx'
import { BrokenPage, WholeProblem } from './pieces/problem.tsx'

const RegisterPage = lazyPage(() => import('./features/sign-in/register.tsx'))
const VerifyPage = lazyPage(() => import('./features/sign-in/verify.tsx'))
const UndoEmailPage = lazyPage(() => import('./features/sign-in/undo-email.tsx'))
const ResetPage = lazyPage(() => import('./features/sign-in/reset.tsx'))
const ShopPage = lazyPage(() => import('./features/shop/page.tsx'))
const ShopWindow = lazyPage(() => import('./features/shop/window.tsx'))
const CheckoutPage = lazyPage(() => import('./features/orders/checkout.tsx'))
const OrderPage = lazyPage(() => import('./features/orders/order.tsx'))
const RenewPage = lazyPage(() => import('./features/renew/page.tsx'))
const OrdersPage = lazyPage(() => import('./features/orders/page.tsx'))
const WalletPage = lazyPage(() => import('./features/wallet/page.tsx'))
const TopUpPage = lazyPage(() => import('./features/wallet/top-up.tsx'))
const HistoryPage = lazyPage(() => import('./features/history/page.tsx'))
const InvoicesPage = lazyPage(() => import('./features/invoices/page.tsx'))
const DevicesPage = lazyPage(() => import('./features/devices/page.tsx'))
const ProfilePage = lazyPage(() => import('./features/profile/page.tsx'))

/** What somebody may see before they sign in, or their own pages. */
export function Portal() {
  const dark = useDark()
  useEffect(() => {
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light'
  }, [dark])
  const me = useMeQuery()
  const hasEnded = useSessionEnded()
  const { pathname } = useLocation()
  // A link from an email works for any signed-in user.
  if (pathname === paths.undoEmail)
    return (
      <Loaded>
        <UndoEmailPage />
      </Loaded>
    )
  if (me.data === null) return <Outside />
  if (!me.data) return me.error ? <WholeProblem error={me.error} retry={me.refetch} /> : null
  return (
    <MeContext value={me.data}>
      <Inside />
      {hasEnded && <SignInAgain />}
    </MeContext>
  )
}

/** Pages that ask who isn't signed in to do so first, and those that who is signed in has behind them. */
const own = [
  paths.lease,
  paths.checkout,
  paths.renew,
  paths.orders,
  paths.order,
  paths.wallet,
  paths.topUp,
  paths.history,
  paths.invoices,
  paths.devices,
  paths.profile,
]
const doors = [paths.register, paths.verify, paths.reset]

/** What is around a page that can't be loaded stays; another page is another try. */
function Loaded({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation()
  return (
    <PageBoundary key={pathname} broken={(error, retry) => <BrokenPage error={error} retry={retry} />}>
      <Suspense>{children}</Suspense>
    </PageBoundary>
  )
}

const Outside = () => (
  <Loaded>
    <Routes>
      <Route path={paths.shop} element={<ShopWindow />} />
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
  </Loaded>
)

const Inside = () => (
  <Layout>
    <Loaded>
      <Routes>
        <Route path={paths.shop} element={<ShopPage />} />
        <Route path={paths.checkout} element={<CheckoutPage />} />
        <Route path={paths.renew} element={<RenewPage />} />
        <Route path={paths.orders} element={<OrdersPage />} />
        <Route path={paths.order} element={<OrderPage />} />
        <Route path={paths.wallet} element={<WalletPage />} />
        <Route path={paths.topUp} element={<TopUpPage />} />
        <Route path={paths.history} element={<HistoryPage />} />
        <Route path={paths.invoices} element={<InvoicesPage />} />
        <Route path={paths.devices} element={<DevicesPage />} />
        <Route path={paths.profile} element={<ProfilePage />} />
        <Route path={paths.lease} element={<LeasePage />} />
        {doors.map((path) => (
          <Route key={path} path={path} element={<Navigate to={paths.lease} replace />} />
        ))}
        <Route path="*" element={<Missing />} />
      </Routes>
    </Loaded>
  </Layout>
)
