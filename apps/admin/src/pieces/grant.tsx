import { ErrorLine, useFormat } from '@lessor/ui'
import { grantedToast } from './form-dialog.tsx'
import { DAY_MS, wholeDays } from '@lessor/kit'
import { App, Button, Flex, Form, Typography } from 'antd'
import type { Rule } from 'antd/es/form'
import { useTexts } from '../texts.ts'
import { useAct, type Question } from './act.tsx'
import { useCopy } from './copy.ts'
import { maxDays } from './days-field.tsx'

/** More at once is more likely a key that was pressed twice. */
const usualDays = 400
const shownS = 60

/** Where a change of days ends; null when no time is left. Taking stops at now. */
export function endAfter(end: Date | null, days: number, now: Date): Date | null {
  const from = Math.max(now.getTime(), end?.getTime() ?? 0)
  const to = from + days * DAY_MS
  return to > now.getTime() ? new Date(to) : null
}

/** What a change of days does to somebody's time, before it is made. */
function useOutcome(end: Date | null) {
  const t = useTexts()
  const format = useFormat()
  const dated = (date: Date | null) => (date === null ? t('pieces.noTime') : format.day(date))
  return (days: number) => {
    const now = new Date()
    const before = end && end > now ? end : null
    const after = endAfter(before, days, now)
    const changed = wholeDays((after ?? now).getTime() - (before ?? now).getTime())
    return t('pieces.outcome', { before: dated(before), after: dated(after), days: signed(changed) })
  }
}

export const signed = (days: number): string => (days > 0 ? `+${days}` : String(days).replace('-', '−'))

/** The outcome beneath the field, as it is typed. */
export function Outcome({ name, end }: { readonly name: string; readonly end: Date | null }) {
  const outcome = useOutcome(end)
  const days = Form.useWatch<number | string | undefined>(name)
  const isWhole = typeof days === 'number' && days !== 0 && Math.abs(days) <= maxDays
  return (
    <Typography.Paragraph role="status" strong style={{ minHeight: 22 }}>
      {isWhole && outcome(days)}
    </Typography.Paragraph>
  )
}

/** Refuses to take from who has nothing, and a change by 0. */
export function useChangeRule(end: Date | null): Rule {
  const t = useTexts()
  return {
    validator: (_, days: unknown) => {
      if (days === 0) return Promise.reject(new Error(t('pieces.notZero')))
      const isTaking = typeof days === 'number' && days < 0
      const hasTime = end !== null && end > new Date()
      return isTaking && !hasTime ? Promise.reject(new Error(t('pieces.nothingToTake'))) : Promise.resolve()
    },
  }
}

/** What to ask before a change that takes, or gives more than usual. */
export function useGrantQuestion(username: string, end: Date | null) {
  const t = useTexts()
  const outcome = useOutcome(end)
  return (days: number): Question | undefined => {
    if (days >= 0 && days <= usualDays) return undefined
    const values = { name: username, count: Math.abs(days) }
    const yes = t(days > 0 ? 'pieces.addDays' : 'pieces.takeDays', values)
    return {
      title: t(days > 0 ? 'pieces.addAsk' : 'pieces.takeAsk', values),
      what: outcome(days),
      yes,
      doubtful: true,
    }
  }
}

/** What was done, as the answer says. */
export interface Granted {
  readonly username: string
  readonly days: number
  readonly end: Date | null
  /** The page that shows it to the customer; '' where there is none to show. */
  readonly link: () => Promise<string>
  readonly undo: (reason: string) => Promise<unknown>
}

/** Says what was done, and offers to undo it and to copy a text for the customer. */
export function useGrantToast() {
  const t = useTexts()
  const { notification } = App.useApp()
  return (granted: Granted) => {
    const { username: name, days } = granted
    notification.success({
      key: grantedToast,
      title: t('pieces.granted', { name, days: signed(days) }),
      description: <GrantedText granted={granted} onUndone={() => notification.destroy(grantedToast)} />,
      duration: shownS,
      placement: 'bottomRight',
    })
  }
}

function GrantedText({ granted, onUndone }: { readonly granted: Granted; readonly onUndone: () => void }) {
  const t = useTexts()
  const format = useFormat()
  const copy = useCopy()
  const { end } = granted
  const undo = useAct({
    act: () => granted.undo(t('pieces.undone')),
    after: onUndone,
    quiet: true,
    says: t('pieces.undoneWhat', { name: granted.username }),
  })
  const message = useAct({
    act: granted.link,
    after: (link) =>
      copy(t(link ? 'pieces.message' : 'pieces.messageShort', { time: format.time(end), link })),
    quiet: true,
    says: null,
  })
  const until = end === null ? t('pieces.noTime') : t('pieces.until', { time: format.time(end) })
  return (
    <>
      <p style={{ marginBlock: 0 }}>{until}</p>
      <ErrorLine error={undo.error ?? message.error} />
      <Flex gap={8} style={{ marginBlockStart: 8 }}>
        <Button size="small" loading={undo.isPending} onClick={() => undo.mutate(undefined)}>
          {t('pieces.undo')}
        </Button>
        {end !== null && (
          <Button size="small" loading={message.isPending} onClick={() => message.mutate(undefined)}>
            {t('pieces.copyMessage')}
          </Button>
        )}
      </Flex>
    </>
  )
}
