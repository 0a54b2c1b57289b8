import { useBrand } from '@lessor/ui'
import { Flex } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { Link } from 'react-router'

interface PageProps {
  readonly title: string
  /** The list that the page is of. */
  readonly back?: { readonly to: string; readonly text: string }
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A page: its title, what can be done, its content. */
export function Page({ title, back, actions, children }: PageProps) {
  const { name: brand } = useBrand()
  useEffect(() => {
    document.title = `${title} · ${brand}`
  }, [title, brand])
  return (
    <main>
      {back && <Link to={back.to}>← {back.text}</Link>}
      <Flex justify="space-between" align="center" wrap gap={8} style={{ marginBlockEnd: 16 }}>
        <h1 className="title">{title}</h1>
        <Flex gap={8} wrap>
          {actions}
        </Flex>
      </Flex>
      {children}
    </main>
  )
}
