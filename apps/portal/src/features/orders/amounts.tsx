import { parseAmount } from '@lessor/kit'
import type { ReactNode } from 'react'
import { useTexts } from '../../texts.ts'
import type { Order, Quote } from './use-orders.ts'

type Amounts = Pick<Quote, 'list' | 'setup_fee' | 'discount' | 'credit' | 'tax' | 'total'> &
  Partial<Pick<Order, 'refunded' | 'moved'>> &
  Partial<Pick<Quote, 'rest' | 'coupon'>>

/** What something costs, line by line; what is nothing is left out. */
export function AmountLines({ amounts }: { readonly amounts: Amounts }) {
  const t = useTexts()
  const { list, setup_fee, discount, credit, tax, total } = amounts
  const { coupon: code } = amounts
  const { refunded = '0.00', moved = '0.00', rest = '0.00' } = amounts
  const taxText = t(isTaxWithin(amounts) ? 'orders.taxWithin' : 'orders.tax')
  return (
    <dl className="lines">
      <Line text={t('orders.list')}>¥ {list}</Line>
      {setup_fee !== '0.00' && <Line text={t('orders.setupFee')}>¥ {setup_fee}</Line>}
      {discount !== '0.00' && (
        <Line text={code ? t('orders.discountBy', { code }) : t('orders.discount')}>−¥ {discount}</Line>
      )}
      {credit !== '0.00' && <Line text={t('orders.credit')}>−¥ {credit}</Line>}
      {tax !== '0.00' && <Line text={taxText}>¥ {tax}</Line>}
      <Line text={t('orders.total')}>
        <strong>¥ {total}</strong>
      </Line>
      {rest !== '0.00' && <Line text={t('orders.rest')}>¥ {rest}</Line>}
      {moved !== '0.00' && <Line text={t('orders.moved')}>¥ {moved}</Line>}
      {refunded !== '0.00' && <Line text={t('orders.refunded')}>¥ {refunded}</Line>}
    </dl>
  )
}

const isTaxWithin = ({ list, setup_fee, discount, credit, total }: Amounts) =>
  parseAmount(list) + parseAmount(setup_fee) - parseAmount(discount) - parseAmount(credit) ===
  parseAmount(total)

export const Line = ({ text, children }: { readonly text: string; readonly children: ReactNode }) => (
  <div>
    <dt>{text}</dt>
    <dd>{children}</dd>
  </div>
)
