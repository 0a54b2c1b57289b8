import { useTexts, type TextKey } from '../../texts.ts'

interface Term {
  readonly cycle: string
  readonly days: number | null
  readonly level: number | null
  readonly count?: number | null
}

const cycles: Readonly<Record<string, TextKey>> = {
  monthly: 'shop.cycles.monthly',
  quarterly: 'shop.cycles.quarterly',
  yearly: 'shop.cycles.yearly',
}

/** A term in words: codes, level, how long. */
export function useTerm(): (term: Term) => string {
  const t = useTexts()
  return ({ cycle, days, level, count = null }) => {
    const named = cycles[cycle]
    const parts = [
      count !== null && t('shop.codes', { count }),
      level !== null && t('shop.level', { level }),
      named ? t(named) : t('shop.days', { count: days ?? 0 }),
    ]
    return parts.filter(Boolean).join(' · ')
  }
}
