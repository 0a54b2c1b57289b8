import { type FieldProblem, columnNames } from '@lessor/kit'
import type { Plan } from './queries.ts'

/** The fields of a plan that staff change. */
export const planFields = [
  'cycle',
  'days',
  'price',
  'setupFee',
  'level',
  'count',
  'keepsPrice',
  'position',
  'active',
] as const satisfies readonly (keyof Plan)[]

/** A plan as the audit log keeps it. */
export const auditedPlan = (plan: Plan) => ({
  product_id: plan.productId,
  ...columnNames(plan, planFields),
})

type Term = Pick<Plan, 'kind' | 'cycle' | 'days' | 'level' | 'count'>

const texts = {
  needed: { en: 'Required', zh: '必填' },
  notHere: { en: 'Not for this kind of product or cycle', zh: '此类商品或周期不需要填写' },
  codesByDays: { en: 'Codes are worth days: choose days', zh: '卡密按天计，请选择“天”' },
} as const

/** What a plan of a kind lacks, or has too much of; the database demands the same. */
export function termProblems({ kind, cycle, days, level, count }: Term): FieldProblem[] {
  const problems: FieldProblem[] = []
  const demand = (path: string, isGiven: boolean, needed: boolean | 'either') => {
    if (needed === true && !isGiven) problems.push({ path, message: texts.needed })
    if (needed === false && isGiven) problems.push({ path, message: texts.notHere })
  }
  demand('days', days !== null, cycle === 'days')
  demand('level', level !== null, kind === 'relay' ? 'either' : kind !== 'server')
  demand('count', count !== null, kind === 'codes')
  if (kind === 'codes' && cycle !== 'days') problems.push({ path: 'cycle', message: texts.codesByDays })
  return problems
}
