import type { components } from '@lessor/contract'
import { useFormat } from '@lessor/ui'
import { Timeline, Typography } from 'antd'
import { money } from '../../../pieces/money.ts'
import { useNames } from '../../../pieces/names.ts'
import { useTexts } from '../../../texts.ts'
import { useLedgerWords } from '../../money/ledger/words.ts'

type Chapter = components['schemas']['OrderChapter']

const colors = {
  step: 'blue',
  coupon: 'gray',
  payment: 'green',
  notice: 'gray',
  entry: 'gray',
  refund: 'orange',
  mail: 'gray',
} as const

/** All that happened to an order, the oldest first, in words. */
export function Story({ chapters }: { readonly chapters: readonly Chapter[] }) {
  const format = useFormat()
  const words = useWords()
  const items = chapters.map((one, at) => ({
    key: at,
    color: colors[one.kind],
    content: (
      <div className="chapter">
        <Typography.Text type="secondary">{format.exact(one.at)}</Typography.Text>
        <div>
          {words.what(one)} {one.amount !== null && <b>{money(one.amount)}</b>}
        </div>
        <Typography.Text type="secondary">{words.by(one)}</Typography.Text>
      </div>
    ),
  }))
  return <Timeline items={items} />
}

function useWords() {
  const t = useTexts()
  const names = useNames()
  const ledger = useLedgerWords()
  const sentence = {
    /** `pending > paid`, or the first state alone. */
    step: ({ what }: Chapter) => {
      const [from, to = from] = what.split(' > ')
      return known(orderSteps, from === 'cancelled' && to === 'paid' ? 'revived' : to, (step) =>
        t(`orders.steps.${step}`),
      )
    },
    coupon: ({ what, note: code }: Chapter) =>
      t(what === 'used' ? 'orders.storyCoupon' : 'orders.storyCouponBack', { code }),
    /** A gateway's name, and where the payment is now. */
    payment: ({ what }: Chapter) => {
      const space = what.lastIndexOf(' ')
      const status = known(paymentStates, what.slice(space + 1), (one) => t(`payments.states.${one}`))
      return t('orders.storyPayment', { gateway: what.slice(0, space), status })
    },
    notice: ({ what }: Chapter) =>
      t('orders.storyNotice', { verdict: known(verdicts, what, (one) => t(`payments.verdicts.${one}`)) }),
    refund: ({ what }: Chapter) =>
      t('orders.storyRefund', {
        status: known(refundStates, what, (one) => t(`orders.refundStates.${one}`)),
      }),
    /** A template, and whether it was sent. */
    mail: ({ what }: Chapter) => {
      const [template = '', state] = what.split(' ')
      return t('orders.storyMail', {
        mail: known(mailTemplates, template, (one) => t(`mails.templates.${one}`)),
        status: known(mailStates, state, (one) => t(`mails.states.${one}`)),
      })
    },
    /** `held > income`. */
    entry: ({ what }: Chapter) => {
      const [debit = '', credit = ''] = what.split(' > ')
      return t('orders.storyEntry', { from: ledger.account(debit), to: ledger.account(credit) })
    },
  }
  return {
    what: (one: Chapter) => sentence[one.kind](one),
    /** Who did it, and what was said about it. */
    by: ({ kind, who, note }: Chapter) => {
      // A gateway's notice settled it: there is no name to show.
      const doer = !who || who === 'system' ? t('orders.bySystem') : who
      const person = kind === 'step' ? doer : kind === 'notice' || kind === 'mail' ? who : ''
      return [person, kind === 'coupon' ? '' : names.reason(note)].filter(Boolean).join(t('orders.colon'))
    },
  }
}

const mailTemplates = [
  'order_paid',
  'order_refunded',
  'money_returned',
  'codes_ready',
  'codes_ready_with_link',
] as const
const mailStates = ['waiting', 'sent', 'failed'] as const
const refundStates = ['wanted', 'sent', 'success', 'failed'] as const

const orderSteps = [
  'pending',
  'paid',
  'revived',
  'provisioning',
  'active',
  'suspended',
  'completed',
  'terminated',
  'cancelled',
  'refunded',
] as const
const paymentStates = ['pending', 'success', 'failed', 'refunded'] as const
const verdicts = ['accepted', 'asking', 'repeated', 'forged', 'mismatch', 'unknown', 'error'] as const

/** The words for one of these; what a newer server says stays as it is. */
function known<Word extends string>(
  words: readonly Word[],
  given: string | undefined,
  say: (word: Word) => string,
): string {
  const word = words.find((one) => one === given)
  return word ? say(word) : (given ?? '')
}
