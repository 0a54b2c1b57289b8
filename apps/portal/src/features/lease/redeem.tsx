import { answer, api, keysOf } from '@lessor/ui'
import { useState } from 'react'
import { Field, Form, type Fields } from '../../pieces/form.tsx'
import { useTexts } from '../../texts.ts'

/** Turns a code into time, or money in the wallet. Pressed twice, or tried again after a lost answer, it counts once. */
export function Redeem() {
  const t = useTexts()
  const [keyOf] = useState(keysOf)
  const redeem = ({ card_code: code = '' }: Fields) => {
    const headers = { 'idempotency-key': keyOf(code) }
    return answer(api.POST('/api/recharge', { headers, body: { card_code: code } }))
  }
  return (
    <Form
      submit={t('lease.redeemNow')}
      act={redeem}
      done={({ added_days: count, level, added_amount: amount }) =>
        amount === undefined ? t('lease.redeemed', { count, level }) : t('lease.redeemedMoney', { amount })
      }
    >
      <Field
        name="card_code"
        label={t('lease.code')}
        hint={t('lease.codeHint')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required
      />
    </Form>
  )
}
