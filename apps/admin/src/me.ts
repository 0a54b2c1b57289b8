import { answer, api } from '@lessor/ui'
import type { components, StaffPermission } from '@lessor/contract'
import { useQuery } from '@tanstack/react-query'
import { createContext, use } from 'react'

export type Me = components['schemas']['SignedInStaff'] & {
  readonly totp_enabled: boolean
  readonly recovery_codes_left: number
  /** False where operators and their passwords are kept elsewhere. */
  readonly may_change_password: boolean
}

export const useMeQuery = () =>
  useQuery<Me>({ queryKey: ['me'], queryFn: () => answer(api.GET('/api/admin/me')) })

export const MeContext = createContext<Me | undefined>(undefined)

/** Who is signed in; only inside the console. */
export function useMe(): Me {
  const me = use(MeContext)
  if (!me) throw new Error('nobody is signed in here')
  return me
}

/** Whether somebody's role allows it; the server asks the same again. */
export const staffCan = (me: Me, permission: StaffPermission): boolean => me.permissions.includes(permission)
