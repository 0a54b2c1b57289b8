import { daysLeft } from '@lessor/kit'
import { useMemo } from 'react'
import { useLanguage, type Language } from './language.ts'

/** The operator's zone, as the server wrote it into the page; people read times in it wherever they are. */
export const zone = document.documentElement.dataset['timeZone'] ?? 'Asia/Shanghai'

const dash = '—'

/** Whether so few days are left that they are shown in red, the same everywhere. */
export const areFew = (days: number): boolean => days < 3

/** How numbers and times (RFC 3339) are written for this reader, in the operator's zone. */
export function useFormat() {
  const [language] = useLanguage()
  return useMemo(() => formatOf(language), [language])
}

function formatOf(language: Language) {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
  const when = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })
    return (time: string | Date | null) => (time === null ? dash : format.format(new Date(time)))
  }
  const number = new Intl.NumberFormat(locale)
  return {
    day: when({ dateStyle: 'medium' }),
    time: when({ dateStyle: 'medium', timeStyle: 'short' }),
    exact: when({ dateStyle: 'medium', timeStyle: 'medium' }),
    number: (value: number) => number.format(value),
    /** Whole days until then, a begun one counting; 0 when over. */
    daysLeft: (until: string | null, now = new Date()) =>
      daysLeft(until === null ? null : new Date(until), now),
  }
}
