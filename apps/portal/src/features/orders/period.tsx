import { useFormat } from '@lessor/ui'
import { useTexts } from '../../texts.ts'
import { Line } from './amounts.tsx'
import type { Quote } from './use-orders.ts'

/** What becomes of a lease: until when it is held now, and until when then. */
export function QuotedPeriod({ quote }: { readonly quote: Quote }) {
  const t = useTexts()
  const format = useFormat()
  const { kind, credit, held_until: before, held_until_after: after } = quote
  return (
    <>
      <h2>{t(kind === 'change' ? 'orders.changing' : 'orders.renewing')}</h2>
      {kind === 'change' && <p className="quiet">{t('orders.changingWhat', { amount: credit })}</p>}
      <dl className="lines">
        <Line text={t('orders.heldBefore')}>{before ? format.time(before) : t('orders.heldNot')}</Line>
        {after && (
          <Line text={t('orders.heldAfter')}>
            <strong>{format.time(after)}</strong>
          </Line>
        )}
      </dl>
    </>
  )
}
