import { Markdown } from '@lessor/ui'
import { Link } from 'react-router'
import { checkoutPath } from '../../paths.ts'
import { useTexts } from '../../texts.ts'
import type { ShopPlan, ShopProduct } from './use-shop.ts'

/** A product with what it has and what it costs. */
export function Product({ product }: { readonly product: ShopProduct }) {
  const t = useTexts()
  const { id, name, description, specs, stock, plans } = product
  const isOut = stock === 0
  const mayBuy = product.orderable && !isOut
  return (
    <article className="card" aria-labelledby={id}>
      <h4 id={id} className="product">
        {name}
      </h4>
      {description !== '' && <Markdown text={description} />}
      <Specs specs={specs} />
      {stock !== null && <p className="quiet">{isOut ? t('shop.out') : t('shop.left', { count: stock })}</p>}
      <ul className="rows">
        {plans.map((plan) => (
          <Plan key={plan.id} plan={plan} mayBuy={mayBuy} />
        ))}
      </ul>
    </article>
  )
}

const known = ['cpu_cores', 'memory_gb', 'disk_gb', 'bandwidth_mbps', 'traffic_gb', 'region', 'os'] as const
const isKnown = (key: string): key is (typeof known)[number] => (known as readonly string[]).includes(key)

function Specs({ specs }: Pick<ShopProduct, 'specs'>) {
  const t = useTexts()
  const entries = Object.entries(specs)
  if (entries.length === 0) return null
  return (
    <dl className="specs">
      {entries.map(([key, value]) => (
        <div key={key}>
          <dt>{isKnown(key) ? t(`shop.specs.${key}`) : key}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

interface PlanProps {
  readonly plan: ShopPlan
  readonly mayBuy: boolean
}

/** A term and its price; what leads to buying it where that is possible. */
function Plan({ plan, mayBuy }: PlanProps) {
  const t = useTexts()
  const { cycle, days, level, count, price, price_per_month: perMonth, setup_fee: fee } = plan
  const term = cycle === 'days' ? t('shop.days', { count: days ?? 0 }) : t(`shop.cycles.${cycle}`)
  const notes = [
    perMonth !== price && count === null && t('shop.perMonth', { amount: perMonth }),
    fee !== '0.00' && t('shop.setupFee', { amount: fee }),
  ]
  return (
    <li>
      <span>
        <b>
          {count !== null && `${t('shop.codes', { count })} · `}
          {level !== null && `${t('shop.level', { level })} · `}
          {term}
        </b>
        <br />
        <span className="quiet">{notes.filter(Boolean).join(' · ')}</span>
      </span>
      <span className="price">
        <b>¥ {price}</b>
        {mayBuy && (
          <Link className="button" to={checkoutPath(plan.id)}>
            {t('shop.buy')}
          </Link>
        )}
      </span>
    </li>
  )
}
