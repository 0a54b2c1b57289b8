import { useFormat } from '@lessor/ui'
import { Link } from 'react-router'
import { checkoutPath, orderPath } from '../../paths.ts'
import { Page } from '../../pieces/page.tsx'
import { Problem } from '../../pieces/problem.tsx'
import { useTexts } from '../../texts.ts'
import { useTerm } from '../orders/use-term.ts'
import type { ShopPlan, ShopProduct } from '../shop/use-shop.ts'
import { AutoRenewal } from './auto.tsx'
import { plansFor, useLeases, type Lease } from './use-leases.ts'

/** What can be renewed, and what can take its place. */
export default function RenewPage() {
  const t = useTexts()
  const { held, error, refetch } = useLeases()
  return (
    <Page title={t('renew.title')}>
      <Problem error={error} {...(error && { retry: refetch })} />
      {held?.length === 0 && <p className="card quiet">{t('renew.none')}</p>}
      {held?.map(({ lease, product }) => (
        <Held key={lease.id} lease={lease} product={product} />
      ))}
    </Page>
  )
}

interface HeldProps {
  readonly lease: Lease
  readonly product: ShopProduct
}

function Held({ lease, product }: HeldProps) {
  const t = useTexts()
  const format = useFormat()
  const { renewing, changing } = plansFor(lease, product)
  const { open_order_id: open, expires_at: end, state } = lease
  return (
    <>
      <section className="card">
        <h2>{product.name}</h2>
        <p>{state === 'active' && end ? t('renew.until', { time: format.time(end) }) : t('renew.ended')}</p>
        {open && (
          <p className="quiet">
            {t('renew.waiting')} <Link to={orderPath(open)}>{t('renew.toOrder')}</Link>
          </p>
        )}
        <p className="quiet">{t('renew.renewWhat')}</p>
        <Plans lease={lease} plans={renewing} verb={t('renew.renew')} />
        {renewing.length === 0 && <p>{t('renew.none')}</p>}
      </section>
      <AutoRenewal lease={lease} plans={renewing} />
      {changing.length > 0 && (
        <section className="card">
          <h2>{t('renew.changeTitle')}</h2>
          <p className="quiet">{t('renew.changeWhat')}</p>
          <Plans lease={lease} plans={changing} verb={t('renew.change')} />
        </section>
      )}
    </>
  )
}

interface PlansProps {
  readonly lease: Lease
  readonly plans: readonly ShopPlan[]
  readonly verb: string
}

function Plans({ lease, plans, verb }: PlansProps) {
  const termOf = useTerm()
  return (
    <ul className="rows">
      {plans.map((plan) => (
        <li key={plan.id}>
          <b>{termOf(plan)}</b>
          <span className="price">
            <b>¥ {plan.price}</b>
            {!lease.open_order_id && (
              <Link
                className="button"
                to={checkoutPath(plan.id, lease.id)}
                aria-label={`${verb} ${termOf(plan)}`}
              >
                {verb}
              </Link>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
