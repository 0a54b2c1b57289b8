import { parseTimeline, remaining, type Timeline } from '@lessor/kit'
import { anchorOf } from './extend-lease.ts'
import { viewOf, type LeaseView } from './model.ts'
import type { Lease } from './queries.ts'
import { back, termsOf, type Anchor, type Term } from './term-model.ts'

export interface Planned {
  readonly by: Term
  readonly level: number
  /** Given up first: so much of a level's time. */
  readonly gives?: { readonly level: number; readonly ms: number }
}

export interface Preview {
  readonly before: LeaseView
  readonly after: LeaseView
  /** The period that is brought: the last part of its level's time. */
  readonly startsAt: Date
  readonly endsAt: Date
}

/** What a change would make of a lease now; nothing is changed. No lease yet: undefined. */
export function previewLease(
  lease: Pick<Lease, 'timeline' | 'anchorAt' | 'anchorMonths'> | undefined,
  { by, level, gives }: Planned,
  { now, zone }: { readonly now: Date; readonly zone: string },
): Preview {
  const held: Timeline = lease ? parseTimeline(lease.timeline) : []
  const kept = gives && gives.ms > 0 ? applied(held, back(gives.ms), gives.level) : held
  const anchor: Anchor | undefined = lease && anchorOf(lease)
  const { rule, askedMs } = termsOf(by, level, { timeline: kept, anchor, now, zone })
  const after = rule(kept, now)
  return { before: viewOf(held, now), after: viewOf(after, now), ...periodOf(after, level, askedMs, now) }

  function applied(timeline: Timeline, term: Term, of: number): Timeline {
    return termsOf(term, of, { timeline, anchor: undefined, now, zone }).rule(timeline, now)
  }
}

/** Where time of a level stands that was just added: behind what was held of the level. */
export function periodOf(timeline: Timeline, level: number, ms: number, now: Date) {
  const endsAt = timeline.find((span) => span.level === level)?.endsAt ?? now
  return { startsAt: new Date(endsAt.getTime() - ms), endsAt }
}

/** How much of a level is left, in ms. */
export const remainingOf = (lease: Pick<Lease, 'timeline'>, level: number, now: Date): number =>
  remaining(parseTimeline(lease.timeline), now).get(level) ?? 0
