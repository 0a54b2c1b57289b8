import { NavLink } from 'react-router'

interface PageTabsProps {
  readonly tabs: readonly { readonly to: string; readonly text: string }[]
}

/** The pages of one entry of the menu; each has its own address. */
export const PageTabs = ({ tabs }: PageTabsProps) => (
  <ul className="tabs">
    {tabs.map(({ to, text }) => (
      <li key={to}>
        <NavLink to={to} end>
          {text}
        </NavLink>
      </li>
    ))}
  </ul>
)
