import { answer, api } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { topUpPath } from '../../paths.ts'
import { Field, Form, type Fields } from '../../pieces/form.tsx'
import { Card } from '../../pieces/page.tsx'
import { Problem } from '../../pieces/problem.tsx'
import { useTexts } from '../../texts.ts'
import { forget, forgetRefused, keyFor } from '../orders/attempt.ts'
import { useGateways } from '../orders/use-orders.ts'

const useTerms = () =>
  useQuery({ queryKey: ['top-up-terms'], queryFn: () => answer(api.GET('/api/wallet/top-ups')) })

async function send({ amount = '', gateway = '' }: Fields) {
  const body = { amount: amount.normalize('NFKC').trim(), gateway }
  try {
    const begun = await answer(api.POST('/api/wallet/top-ups', { headers: keyFor('topUp', body), body }))
    forget('topUp')
    return begun
  } catch (error) {
    forgetRefused('topUp', error)
    throw error
  }
}

/** Begins to put money into the wallet; then the top-up's own page goes on. */
export function TopUpForm() {
  const t = useTexts()
  const go = useNavigate()
  const terms = useTerms()
  const gateways = useGateways()
  const error = terms.error ?? gateways.error
  if (error) return <Problem error={error} retry={() => Promise.all([terms.refetch(), gateways.refetch()])} />
  if (!terms.data || !gateways.data || gateways.data.items.length === 0) return null
  const { least, most } = terms.data
  return (
    <Card title={t('wallet.topUp')}>
      <Form submit={t('wallet.topUpNow')} act={send} after={({ id }) => go(topUpPath(id))}>
        <Field
          name="amount"
          label={t('wallet.amount')}
          hint={t('wallet.amountHint', { least, most })}
          inputMode="decimal"
          autoComplete="off"
          required
        />
        <fieldset className="ways">
          <legend>{t('orders.how')}</legend>
          {gateways.data.items.map(({ id, name }, at) => (
            <label key={id}>
              <input type="radio" name="gateway" value={id} defaultChecked={at === 0} />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
      </Form>
    </Card>
  )
}
