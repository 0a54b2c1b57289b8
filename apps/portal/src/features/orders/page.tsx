import { useFormat } from '@lessor/ui'
import { Link } from 'react-router'
import { orderPath } from '../../paths.ts'
import { MoreButton } from '../../pieces/more-button.tsx'
import { Page } from '../../pieces/page.tsx'
import { Problem } from '../../pieces/problem.tsx'
import { BuyTabs } from '../../pieces/tabs.tsx'
import { useTexts } from '../../texts.ts'
import { useOrders, type Order } from './use-orders.ts'
import { useTerm } from './use-term.ts'

/** Somebody's orders, newest first. */
export default function OrdersPage() {
  const t = useTexts()
  const list = useOrders()
  const orders = list.data?.pages.flatMap(({ items }) => items)
  return (
    <Page title={t('orders.title')}>
      <BuyTabs />
      <Problem error={list.error} {...(list.error && { retry: list.refetch })} />
      {orders && (
        <section className="card">
          {orders.length === 0 && <p className="quiet">{t('orders.empty')}</p>}
          <ul className="rows">
            {orders.map((order) => (
              <Row key={order.id} order={order} />
            ))}
          </ul>
          <MoreButton list={list} text={t('orders.more')} />
        </section>
      )}
    </Page>
  )
}

function Row({ order }: { readonly order: Order }) {
  const t = useTexts()
  const termOf = useTerm()
  const format = useFormat()
  const { id, product, quantity, total, status, lapsed, created_at } = order
  return (
    <li>
      <span>
        <Link to={orderPath(id)}>
          {product}
          {quantity > 1 && ` × ${quantity}`}
        </Link>
        <br />
        <span className="quiet">
          {termOf(order)}
          <br />
          {format.time(created_at)}
        </span>
      </span>
      <span className="end money">
        ¥ {total}
        <br />
        <span className="quiet">{lapsed ? t('orders.expired') : t(`orders.states.${status}`)}</span>
      </span>
    </li>
  )
}
