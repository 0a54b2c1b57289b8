import { TeamOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { staffCan, type Me } from './me.ts'
import { paths } from './paths.ts'
import type { TextKey } from './texts.ts'

export interface MenuEntry {
  readonly path: string
  readonly text: TextKey
  readonly icon: ReactNode
  /** What a role must be allowed to see it. */
  readonly needs: string
}

const entries: readonly MenuEntry[] = [
  { path: paths.accounts, text: 'layout.accounts', icon: <TeamOutlined />, needs: 'accounts.read' },
]

/** What somebody's role may see, in the order of the menu. */
export const menuOf = (me: Me): readonly MenuEntry[] => entries.filter(({ needs }) => staffCan(me, needs))
