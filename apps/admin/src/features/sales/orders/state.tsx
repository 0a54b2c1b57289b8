import type { ListItem } from '@lessor/contract'
import { Badge } from 'antd'
import { useTexts } from '../../../texts.ts'

type Order = ListItem<'/api/admin/orders'>
type State = Order['status'] | 'lapsed'

const looks = {
  pending: 'warning',
  paid: 'processing',
  provisioning: 'processing',
  active: 'success',
  suspended: 'warning',
  completed: 'success',
  terminated: 'default',
  cancelled: 'default',
  lapsed: 'default',
  refunded: 'default',
} as const satisfies Record<State, string>

export const orderStates = Object.keys(looks) as readonly State[]

/** Where an order stands: by its colour, and in a word. */
export function OrderState({ of: { status, lapsed } }: { readonly of: Pick<Order, 'status' | 'lapsed'> }) {
  const t = useTexts()
  const state = lapsed ? 'lapsed' : status
  return <Badge status={looks[state]} text={t(`orders.states.${state}`)} />
}
