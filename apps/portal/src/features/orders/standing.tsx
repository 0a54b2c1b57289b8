import { useFormat } from '@lessor/ui'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { useTexts } from '../../texts.ts'
import type { Order } from './use-orders.ts'

const bad: readonly Order['status'][] = ['cancelled', 'terminated', 'suspended']

/** How an order stands; read out when it changes. */
export function Standing({ order }: { readonly order: Order }) {
  const t = useTexts()
  const format = useFormat()
  const { status, lapsed: isLapsed, due_at, ends_at, product_kind: kind } = order
  const isHeld = ends_at !== null && ['completed', 'active'].includes(status)
  return (
    <section className={`card standing${bad.includes(status) ? ' short' : ''}`} role="status">
      <strong>{isLapsed ? t('orders.expired') : t(`orders.states.${status}`)}</strong>
      <p>{isLapsed ? t('orders.lapsed') : t(`orders.what.${status}`, { time: format.time(due_at) })}</p>
      {isHeld && <p>{t('orders.held', { time: format.time(ends_at) })}</p>}
      {isHeld && kind === 'vip' && (
        <p>
          <Link to={paths.lease}>{t('orders.toLease')}</Link>
        </p>
      )}
    </section>
  )
}
