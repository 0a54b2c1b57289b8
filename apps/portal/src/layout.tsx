import { useBrand, useStale } from '@lessor/ui'
import { useEffect, useRef, type ReactNode } from 'react'
import { NavLink, useLocation } from 'react-router'
import { useHasShop } from './features/shop/use-shop.ts'
import { paths } from './paths.ts'
import { useTexts, type TextKey } from './texts.ts'

interface Entry {
  readonly path: string
  readonly text: TextKey
  /** Other pages that it stands for. */
  readonly also?: readonly string[]
}

const entries: readonly Entry[] = [
  { path: paths.lease, text: 'menu.lease', also: [paths.renew] },
  { path: paths.shop, text: 'menu.shop' },
  { path: paths.orders, text: 'menu.orders', also: [paths.wallet, paths.invoices] },
  { path: paths.history, text: 'menu.history' },
  { path: paths.devices, text: 'menu.devices' },
  { path: paths.profile, text: 'menu.profile' },
]

/** The menu: under the thumb on a phone, on top of a wide screen. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const t = useTexts()
  const brand = useBrand()
  const stale = useStale()
  const hasShop = useHasShop()
  const { pathname } = useLocation()
  const content = useRef<HTMLElement>(null)
  const shown = useRef(pathname)
  useEffect(() => {
    // A new page: screen readers and the keyboard start at its beginning.
    if (shown.current !== pathname) content.current?.focus()
    shown.current = pathname
  }, [pathname])
  return (
    <>
      <a className="skip" href="#content">
        {t('menu.skip')}
      </a>
      <nav className="menu" aria-label={t('menu.label')}>
        {entries
          .filter(({ path }) => path !== paths.shop || hasShop)
          .map(({ path, text, also }) => (
            <NavLink
              key={path}
              to={path}
              end={path === paths.lease}
              className={({ isActive }) => (isActive || also?.includes(pathname) ? 'active' : '')}
            >
              {t(text)}
            </NavLink>
          ))}
      </nav>
      <main id="content" ref={content} tabIndex={-1}>
        <p className="brand">{brand.name}</p>
        {/* Also empty: what is put into it is read out. */}
        <p className="stale" role="status">
          {stale && (
            <>
              <strong>{stale.title}</strong>
              <br />
              {stale.what}
            </>
          )}
        </p>
        {children}
        {brand.contact && <p className="contact">{brand.contact}</p>}
      </main>
    </>
  )
}
