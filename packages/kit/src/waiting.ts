import type { Text } from './faults.ts'

/** How long somebody should wait, in words: to the second under two minutes, then about so many minutes. */
export function waitText(seconds: number): Text {
  if (seconds < 120) return { en: seconds === 1 ? '1 second' : `${seconds} seconds`, zh: ` ${seconds} 秒` }
  const minutes = Math.round(seconds / 60)
  return { en: `about ${minutes} minutes`, zh: `约 ${minutes} 分钟` }
}

// A person waits for it now and then, a guesser each time.
const slowFrom = 5
const firstDelayMs = 250
const longestDelayMs = 4_000

/** How long a try of a name waits that has failed this often, in milliseconds. */
export const guessDelayMs = (failures: number): number =>
  failures < slowFrom ? 0 : Math.min(longestDelayMs, firstDelayMs * 2 ** (failures - slowFrom))
