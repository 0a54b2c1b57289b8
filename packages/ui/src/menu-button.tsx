import { Button, type ButtonProps, type MenuProps } from 'antd'
import { lazy, Suspense } from 'react'

const Dropdown = lazy(() => import('./dropdown.ts'))

/** A button that opens a menu, whose script comes once the page is drawn. */
export function MenuButton({ menu, ...looks }: ButtonProps & { readonly menu: MenuProps }) {
  const button = <Button type="text" aria-haspopup="menu" {...looks} />
  return (
    <Suspense fallback={button}>
      <Dropdown menu={menu} trigger={['click']}>
        {button}
      </Dropdown>
    </Suspense>
  )
}
