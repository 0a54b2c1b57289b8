import { Button, type ButtonProps, type MenuProps } from 'antd'
import { Suspense } from 'react'
import { lazyPage, PageBoundary } from './lazy-page.tsx'

const Dropdown = lazyPage(() => import('./dropdown.ts'))

/** A button that opens a menu, whose script comes once the page is drawn. */
export function MenuButton({ menu, ...looks }: ButtonProps & { readonly menu: MenuProps }) {
  const button = <Button type="text" aria-haspopup="menu" {...looks} />
  return (
    <PageBoundary
      broken={(_, retry) => <Button type="text" aria-haspopup="menu" {...looks} onClick={retry} />}
    >
      <Suspense fallback={button}>
        <Dropdown menu={menu} trigger={['click']}>
          {button}
        </Dropdown>
      </Suspense>
    </PageBoundary>
  )
}
