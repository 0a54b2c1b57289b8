import { ApiFailure } from '@lessor/ui'
import { useId, useState, type SubmitEvent } from 'react'
import { useTexts } from '../../texts.ts'
import { useQuote, type Wanted } from './use-orders.ts'

/** What is wanted as it can be had: where its coupon is refused, the price is the one without it. */
export function usePrice(wanted: Wanted) {
  const { coupon, ...bare } = wanted
  const asked = useQuote(wanted)
  const problem = coupon === undefined ? undefined : refusalOf(asked.error)
  const without = useQuote(bare, problem !== undefined)
  return problem === undefined ? { wanted, quote: asked, problem } : { wanted: bare, quote: without, problem }
}

/** Why a coupon can't be used, in the server's words. */
const refusalOf = (error: unknown): string | undefined =>
  error instanceof ApiFailure && ['coupon_unusable', 'rate_limited'].includes(error.code)
    ? error.message
    : undefined

interface CouponFieldProps {
  /** What was typed, or came with the address. */
  readonly asked: string | undefined
  /** What the price is lowered by. */
  readonly used: string | null
  /** Why it can't be used. */
  readonly problem: string | undefined
  /** Empty: without one. */
  readonly onChange: (coupon: string) => void
}

/** A coupon: a field where there is none yet, else what takes it away again. */
export function CouponField({ used, onChange, ...form }: CouponFieldProps) {
  const t = useTexts()
  if (used === null) return <CouponForm {...form} onChange={onChange} />
  return (
    <p className="coupon">
      <span>{t('orders.couponUsed', { code: used })}</span>
      <button type="button" className="plain" onClick={() => onChange('')}>
        {t('orders.couponRemove')}
      </button>
    </p>
  )
}

function CouponForm({ asked = '', problem, onChange }: Omit<CouponFieldProps, 'used'>) {
  const t = useTexts()
  const id = useId()
  const [text, setText] = useState(asked)
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    onChange(text.trim())
  }
  return (
    <form onSubmit={send} noValidate>
      <p className="field">
        <label htmlFor={id}>{t('orders.coupon')}</label>
        <span className="coupon">
          <input
            id={id}
            value={text}
            maxLength={60}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            aria-invalid={problem !== undefined}
            aria-describedby={problem && `${id}-problem`}
            onChange={({ target }) => setText(target.value)}
          />
          <button type="submit" className="plain">
            {t('orders.couponUse')}
          </button>
        </span>
        {problem && (
          <small id={`${id}-problem`} className="wrong" role="alert">
            {problem}
          </small>
        )}
      </p>
    </form>
  )
}
