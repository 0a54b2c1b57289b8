import type { PlanTerm } from '@lessor/kit'
import { useTexts } from '../../../texts.ts'

/** Terms in words. */
export function usePlanWords() {
  const t = useTexts()
  return {
    term: ({ cycle, days }: PlanTerm) =>
      cycle === 'days' ? t('catalog.forDays', { count: days ?? 0 }) : t(`catalog.cycles.${cycle}`),
  }
}
