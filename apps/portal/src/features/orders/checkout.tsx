import { Link, useSearchParams } from 'react-router'
import { paths } from '../../paths.ts'
import { Page } from '../../pieces/page.tsx'
import { Problem } from '../../pieces/problem.tsx'
import { useTexts } from '../../texts.ts'
import { useShop, type ShopCategory } from '../shop/use-shop.ts'
import { AmountLines } from './amounts.tsx'
import { CouponField, usePrice } from './coupon.tsx'
import { PayForm } from './pay-form.tsx'
import { QuotedPeriod } from './period.tsx'
import { useBuy } from './use-buy.ts'
import type { Wanted } from './use-orders.ts'
import { useTerm } from './use-term.ts'
import { useWanted, type Offer } from './use-wanted.ts'
import { WhatForm } from './what-form.tsx'

/** Buys a plan: what it is, what it costs, how it is paid. */
export default function CheckoutPage() {
  const t = useTexts()
  const [search] = useSearchParams()
  const { data, error, refetch } = useShop()
  const offer = data && offerIn(data, search.get('plan') ?? '')
  return (
    <Page title={t('orders.checkout')}>
      <Problem error={error} {...(error && { retry: refetch })} />
      {data && !offer && (
        <section className="card">
          <p>{t('orders.notOffered')}</p>
          <p>
            <Link to={paths.shop}>{t('orders.toShop')}</Link>
          </p>
        </section>
      )}
      {offer && <Checkout offer={offer} />}
    </Page>
  )
}

const offerIn = (categories: readonly ShopCategory[], planId: string): Offer | undefined =>
  categories
    .flatMap(({ groups }) => groups.flatMap(({ products }) => products))
    .flatMap((product) => product.plans.map((plan) => ({ product, plan })))
    .find(({ plan }) => plan.id === planId)

function Checkout({ offer }: { readonly offer: Offer }) {
  const termOf = useTerm()
  const [wanted, change] = useWanted(offer)
  return (
    <>
      <section className="card">
        <h2>{offer.product.name}</h2>
        <p>{termOf(offer.plan)}</p>
        <WhatForm offer={offer} wanted={wanted} onChange={change} />
      </section>
      <Bill wanted={wanted} onCoupon={(coupon) => change('coupon', coupon)} />
    </>
  )
}

interface BillProps {
  readonly wanted: Wanted
  readonly onCoupon: (coupon: string) => void
}

/** The price as the server says it, and the button that accepts it. */
function Bill({ wanted: asked, onCoupon }: BillProps) {
  const t = useTexts()
  const { wanted, quote: priced, problem } = usePrice(asked)
  const { data: quote, error, refetch, isPlaceholderData: isOld } = priced
  const { buy, changedTo } = useBuy(wanted, quote?.total ?? '0.00')
  if (error || !quote) return error && <Problem error={error} retry={refetch} />
  return (
    <section className="card">
      {wanted.lease_id && <QuotedPeriod quote={quote} />}
      <CouponField asked={asked.coupon} used={quote.coupon} problem={problem} onChange={onCoupon} />
      <AmountLines amounts={quote} />
      <PayForm
        total={quote.total}
        submit={(amount) => (quote.total === '0.00' ? t('orders.buyFree') : t('orders.buy', { amount }))}
        isBusy={buy.isPending || isOld}
        onPay={(way) => buy.mutate(way)}
      />
      {changedTo ? (
        <p className="problem" role="alert">
          {t('orders.changed', { amount: changedTo })}
        </p>
      ) : (
        <Problem error={buy.error} />
      )}
    </section>
  )
}
