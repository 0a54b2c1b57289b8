import { useFormat } from '@lessor/ui'
import { useTexts } from '../../../texts.ts'
import type { Rule } from './use-rules.ts'

/** A rule in words. */
export function useRuleWords() {
  const t = useTexts()
  const format = useFormat()
  const time = (secs: number): string =>
    [
      ['alerts.hours', Math.floor(secs / 3_600)] as const,
      ['alerts.minutes', Math.floor(secs / 60) % 60] as const,
      ['alerts.seconds', secs % 60] as const,
    ]
      .filter(([, count]) => count > 0)
      .map(([key, count]) => t(key, { count }))
      .join(' ')
  const number = (value: number) => (Number.isInteger(value) ? format.number(value) : String(value))
  return {
    amount: ({ comparison, threshold, unit }: Rule) =>
      t(`alerts.${comparison}`, { amount: [number(threshold), unit].filter(Boolean).join(' ') }),
    lasting: (secs: number) => (secs === 0 ? t('alerts.atOnce') : t('alerts.lasting', { time: time(secs) })),
  }
}
