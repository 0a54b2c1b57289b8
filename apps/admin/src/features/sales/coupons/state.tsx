import type { ListItem } from '@lessor/contract'
import { Badge } from 'antd'
import { useTexts } from '../../../texts.ts'

export type Coupon = ListItem<'/api/admin/coupons'>
type State = Coupon['state']

const looks = {
  usable: 'success',
  upcoming: 'processing',
  ended: 'default',
  used_up: 'warning',
  off: 'default',
} as const satisfies Record<State, string>

export const couponStates = Object.keys(looks) as readonly State[]

/** Whether a coupon can be used now: by its colour, and in a word. */
export function CouponState({ of: state }: { readonly of: State }) {
  const t = useTexts()
  return <Badge status={looks[state]} text={t(`coupons.states.${state}`)} />
}
