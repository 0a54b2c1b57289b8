import type { ListItem } from '@lessor/contract'
import { Badge } from 'antd'
import { useTexts } from '../../../texts.ts'

type State = ListItem<'/api/admin/orders'>['status']

const looks = {
  pending: 'warning',
  paid: 'processing',
  provisioning: 'processing',
  active: 'success',
  suspended: 'warning',
  completed: 'success',
  terminated: 'default',
  cancelled: 'default',
  refunded: 'default',
} as const satisfies Record<State, string>

export const orderStates = Object.keys(looks) as readonly State[]

/** Where an order stands: by its colour, and in a word. */
export function OrderState({ of: state }: { readonly of: State }) {
  const t = useTexts()
  return <Badge status={looks[state]} text={t(`orders.states.${state}`)} />
}
