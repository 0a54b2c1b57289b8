import { Qr, useFormat } from '@lessor/ui'
import { Copyable } from '../../pieces/copyable.tsx'
import { useTexts } from '../../texts.ts'
import type { Payment } from './use-orders.ts'

/** What somebody does to pay: scans, opens a page, or transfers. */
export function PaymentCard({ payment }: { readonly payment: Payment }) {
  const t = useTexts()
  const format = useFormat()
  const { qr_code: code, instructions, gateway, amount, wallet_part: part } = payment
  const title = code ? t('orders.scan', { amount }) : t('orders.payBy', { gateway, amount })
  return (
    <section className="card payment">
      <h2>{title}</h2>
      {part !== '0.00' && <p>{t('orders.heldPart', { amount: part })}</p>}
      {code && (
        <p>
          <Qr text={code} size={216} />
          <br />
          <span className="quiet">{gateway}</span>
        </p>
      )}
      <PageLink payment={payment} />
      {instructions && <Instructions text={instructions} />}
      <p className="quiet">{t(instructions ? 'orders.transferWait' : 'orders.waiting')}</p>
      <p className="quiet">{t('orders.validUntil', { time: format.time(payment.expires_at) })}</p>
    </section>
  )
}

/** A plugin's text is a link only where it leads to a page. */
const pageOf = (text: string | null) => (text && /^https?:\/\//i.test(text) ? text : undefined)

/** The gateway's page; without one, what the QR code says, for who reads this on the phone that would scan it. */
function PageLink({ payment: { payment_url: url, qr_code: code } }: { readonly payment: Payment }) {
  const t = useTexts()
  const page = pageOf(url)
  const href = page ?? pageOf(code)
  if (!href) return null
  return (
    <p>
      <a className={page ? 'button' : undefined} href={href} target="_blank" rel="noreferrer">
        {t(page ? 'orders.openPage' : 'orders.onPhone')}
      </a>
    </p>
  )
}

function Instructions({ text }: { readonly text: string }) {
  const t = useTexts()
  return (
    <>
      <p>{t('orders.transfer')}</p>
      <Copyable text={text} />
    </>
  )
}
