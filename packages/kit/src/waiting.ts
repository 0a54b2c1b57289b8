import type { Text } from './faults.ts'

/** How long somebody should wait, in words: to the second under two minutes, then about so many minutes. */
export function waitText(seconds: number): Text {
  if (seconds < 120) return { en: seconds === 1 ? '1 second' : `${seconds} seconds`, zh: ` ${seconds} 秒` }
  const minutes = Math.round(seconds / 60)
  return { en: `about ${minutes} minutes`, zh: `约 ${minutes} 分钟` }
}
