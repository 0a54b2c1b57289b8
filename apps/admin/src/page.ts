import type { StaffPermission } from '@lessor/contract'
import { lazyPage } from '@lessor/ui'
import type { ComponentType } from 'react'
import { staffCan, type Me } from './me.ts'
import type { TextKey } from './texts.ts'

/** The groups of the menu, top to bottom. They are those of the server's modules. */
export const groups = ['desk', 'status', 'people', 'leasing', 'sales', 'money', 'vip', 'core'] as const
export type Group = (typeof groups)[number]

interface Place {
  readonly group: Group
  readonly icon: ComponentType
  readonly text: TextKey
  /** What stands behind the entry: a count, say. */
  readonly badge?: ComponentType
}

/** A page that only other pages link to. */
type NoPlace = { readonly [Name in keyof Place]?: never }

/** Loaded when it is first opened, or with the first script. */
type Content =
  | { readonly load: () => Promise<{ readonly default: ComponentType }> }
  | { readonly component: ComponentType }

type Declaration = (Place | NoPlace) &
  Content & {
    /** As React Router reads it. */
    readonly path: `/${string}`
    /** The permission that shows it, or a rule. */
    readonly needs: StaffPermission | ((me: Me) => boolean)
  }

export interface ConsolePage {
  readonly path: string
  readonly Component: ComponentType
  /** Where it stands in the menu. */
  readonly place: Place | undefined
  readonly mayBeSeen: (me: Me) => boolean
}

/** Declares a page of the console: `pages.ts` lists it, and the routes and the menu follow. */
export function page(declared: Declaration): ConsolePage {
  const { path, needs } = declared
  return {
    path,
    Component: 'load' in declared ? lazyPage(declared.load) : declared.component,
    place: declared.group && declared,
    mayBeSeen: typeof needs === 'function' ? needs : (me) => staffCan(me, needs),
  }
}
