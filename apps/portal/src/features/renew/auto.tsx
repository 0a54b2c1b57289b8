import { answer, api, useFormat } from '@lessor/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { Problem } from '../../pieces/problem.tsx'
import { useTexts } from '../../texts.ts'
import { useTerm } from '../orders/use-term.ts'
import type { ShopPlan } from '../shop/use-shop.ts'
import type { Lease } from './use-leases.ts'

interface AutoProps {
  readonly lease: Lease
  /** By which it may be renewed. */
  readonly plans: readonly ShopPlan[]
}

interface Choice {
  readonly auto: boolean
  readonly plan_id: string
}

/** Whether a lease is renewed by itself from the wallet, by which plan, and how the last try ended. */
export function AutoRenewal({ lease, plans }: AutoProps) {
  const t = useTexts()
  const format = useFormat()
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: (body: Choice) =>
      answer(api.PATCH('/api/leases/{id}/renewal', { params: { path: { id: lease.id } }, body })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['leases'] }),
  })
  const { renewal } = lease
  const chosen = plans.find(({ id }) => id === renewal?.plan_id) ?? plans[0]
  if (!chosen) return null
  const isOn = renewal?.auto === true
  return (
    <section className="card">
      <h2>{t('renew.auto')}</h2>
      <label className="switch">
        <input
          type="checkbox"
          checked={isOn}
          disabled={save.isPending}
          onChange={({ target }) => save.mutate({ auto: target.checked, plan_id: chosen.id })}
        />
        <span>
          {t('renew.autoOn')}
          <br />
          <span className="quiet">{t('renew.autoWhat')}</span>
        </span>
      </label>
      {isOn && plans.length > 1 && (
        <PlanChoice
          plans={plans}
          value={chosen.id}
          onChange={(plan_id) => save.mutate({ auto: true, plan_id })}
        />
      )}
      {isOn && renewal.problem && (
        <p className="problem">
          {t(`renew.problems.${renewal.problem}`)}{' '}
          {renewal.next_try_at && t('renew.nextTry', { time: format.time(renewal.next_try_at) })}
        </p>
      )}
      <Problem error={save.error} />
    </section>
  )
}

interface PlanChoiceProps {
  readonly plans: readonly ShopPlan[]
  readonly value: string
  readonly onChange: (planId: string) => void
}

function PlanChoice({ plans, value, onChange }: PlanChoiceProps) {
  const t = useTexts()
  const termOf = useTerm()
  const id = useId()
  return (
    <p className="field">
      <label htmlFor={id}>{t('renew.autoPlan')}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {plans.map((plan) => (
          <option key={plan.id} value={plan.id}>
            {termOf(plan)} · ¥ {plan.price}
          </option>
        ))}
      </select>
    </p>
  )
}
