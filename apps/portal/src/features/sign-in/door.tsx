import { useBrand } from '@lessor/ui'
import { useEffect, type ReactNode } from 'react'
import { Link } from 'react-router'
import { LanguageSwitch } from '../../pieces/switches.tsx'

interface DoorProps {
  readonly title: string
  readonly children: ReactNode
  readonly links: readonly {
    readonly to: string
    readonly text: string
    /** Where the page leads back to. */
    readonly back?: string
  }[]
}

/** A page before the door: one form, and the ways to the others. */
export function Door({ title, children, links }: DoorProps) {
  const brand = useBrand()
  useEffect(() => {
    document.title = `${title} · ${brand.name}`
  }, [title, brand.name])
  return (
    <main className="door">
      <p className="brand">{brand.name}</p>
      <section className="card">
        <h1>{title}</h1>
        {children}
      </section>
      <p className="links">
        {links.map(({ to, text, back }) => (
          <Link key={to} to={to} state={back && { back }}>
            {text}
          </Link>
        ))}
        <LanguageSwitch />
      </p>
      {brand.contact && <p className="contact">{brand.contact}</p>}
    </main>
  )
}
