import { styleText } from 'node:util'
import type { Span } from '@lessor/client'
import type { Text } from '@lessor/kit'

let steps = 0

/** Says in two languages what happens next. */
export function step({ zh, en }: Text): void {
  steps++
  console.log(`\n${styleText('bold', `${steps}. ${zh}`)}\n   ${styleText('dim', en)}`)
}

export const stepCount = (): number => steps

/** Says what was seen. */
export const seen = (text: string): void => console.log(`   ${styleText('green', '✓')} ${text}`)

/** Throws unless it is so: then the demo ends, and says what it saw instead. */
export function demand(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(`与预期不符 / not as expected: ${what}`)
}

const width = 44
const dayMs = 86_400_000

/** Draws spans of time under each other, to scale. */
export function drawTimeline(timeline: readonly Span[]): void {
  const from = Math.min(...timeline.map(({ startsAt }) => startsAt.getTime()))
  const to = Math.max(...timeline.map(({ endsAt }) => endsAt.getTime()))
  const column = (time: Date) => Math.round(((time.getTime() - from) / (to - from)) * width)
  for (const { level, startsAt, endsAt } of timeline) {
    const bar = ' '.repeat(column(startsAt)) + '█'.repeat(Math.max(1, column(endsAt) - column(startsAt)))
    const days = Math.round((endsAt.getTime() - startsAt.getTime()) / dayMs)
    console.log(`     VIP ${level} │${bar.padEnd(width)}│ ${date(startsAt)} → ${date(endsAt)}  ${days} d`)
  }
}

export const date = (time: Date | null): string => time?.toISOString().slice(0, 10) ?? '-'
