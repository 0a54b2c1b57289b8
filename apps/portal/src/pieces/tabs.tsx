import { NavLink } from 'react-router'
import { paths } from '../paths.ts'
import { useTexts, type TextKey } from '../texts.ts'

const tabs: readonly { readonly path: string; readonly text: TextKey }[] = [
  { path: paths.orders, text: 'menu.orders' },
  { path: paths.wallet, text: 'menu.wallet' },
  { path: paths.invoices, text: 'invoices.title' },
]

/** The pages about somebody's money, which share one entry of the menu. */
export function BuyTabs() {
  const t = useTexts()
  return (
    <nav className="tabs" aria-label={t('menu.money')}>
      {tabs.map(({ path, text }) => (
        <NavLink key={path} to={path}>
          {t(text)}
        </NavLink>
      ))}
    </nav>
  )
}
