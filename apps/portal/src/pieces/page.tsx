import { useBrand } from '@lessor/ui'
import { useEffect, type ReactNode } from 'react'

interface PageProps {
  readonly title: string
  readonly children: ReactNode
}

/** A page: its title, its content. */
export function Page({ title, children }: PageProps) {
  const brand = useBrand()
  useEffect(() => {
    document.title = `${title} · ${brand.name}`
  }, [title, brand.name])
  return (
    <>
      <h1>{title}</h1>
      {children}
    </>
  )
}

/** A part of a page. */
export const Card = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="card">
    <h2>{title}</h2>
    {children}
  </section>
)
