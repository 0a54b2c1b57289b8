import { useEffect, type ReactNode } from 'react'
import { Link } from 'react-router'
import { LanguageSwitch } from '../../pieces/switches.tsx'

interface DoorProps {
  readonly title: string
  readonly children: ReactNode
  readonly links: readonly { readonly to: string; readonly text: string }[]
}

/** A page before the door: one form, and the ways to the others. */
export function Door({ title, children, links }: DoorProps) {
  useEffect(() => {
    document.title = `${title} · Lessor`
  }, [title])
  return (
    <main className="door">
      <section className="card">
        <h1>{title}</h1>
        {children}
      </section>
      <p className="links">
        {links.map(({ to, text }) => (
          <Link key={to} to={to}>
            {text}
          </Link>
        ))}
        <LanguageSwitch />
      </p>
    </main>
  )
}
