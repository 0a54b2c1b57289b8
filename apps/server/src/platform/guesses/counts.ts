import { guessDelayMs } from '@lessor/kit'
import type { Db } from '../db.ts'
import { guessLimits, type GuessLimit, type GuessName, type LimitOverrides } from '../limits.ts'
import { countGuesses, noteGuess, type Counted, type Place } from './queries.ts'
import { openLearned, openUnderWay } from './tally.ts'

export interface Counts {
  /** How long a try has to wait to be allowed, and how long one that is allowed is delayed; milliseconds. */
  before(now: Date, place: Place): Promise<{ readonly waitMs: number; readonly delayMs: number }>
  /** A try begins; answers how to end it. */
  begin(place: Place): () => void
  /** Counts a failure; answers how long to wait, where it was one too many. */
  note(now: Date, place: Place): Promise<number>
}

/** Counts failures in the database, and the tries that are not decided yet in this process. */
export function openCounts(db: Db, overrides: LimitOverrides): Counts {
  const underWay = openUnderWay()
  const learned = openLearned()
  const limitOf = (name: GuessName): GuessLimit => overridden(guessLimits[name], overrides[name])
  return {
    before: async (now, place) => {
      const limit = limitOf(place.limit)
      const failed = limit.learned ? learned.of(place, now) : await countGuesses.one(db, { ...place, now })
      const taken = underWay.with(failed, place)
      const isSlow = limit.byName === 'slows' && failed.byName > 0
      return { waitMs: waitOf(limit, taken, now), delayMs: isSlow ? guessDelayMs(taken.byName) : 0 }
    },
    begin: underWay.add,
    note: async (now, place) => {
      const limit = limitOf(place.limit)
      const endsAt = new Date(now.getTime() + limit.seconds * 1000)
      const counted = await noteGuess.one(db, { ...place, now, endsAt })
      if (limit.learned) learned.put(place, counted)
      const { bySource, byName, byPair } = counted
      const others = { bySource: bySource - 1, byName: byName - 1, byPair: byPair - 1 }
      return waitOf(limit, { ...counted, ...others }, now)
    },
  }
}

/** How long a try has to wait, in milliseconds; 0 if there is room for it. */
function waitOf(limit: GuessLimit, { bySource, byName, byPair, endsAt }: Counted, now: Date): number {
  const { byAddress = Infinity, byPair: pairs = Infinity } = limit
  const names = typeof limit.byName === 'number' ? limit.byName : Infinity
  if (bySource < byAddress && byPair < pairs && byName < names) return 0
  // Without an end it is full of tries that are not decided yet.
  return Math.max(1_000, (endsAt?.getTime() ?? 0) - now.getTime())
}

/** The configuration's number stands for each of the table's. */
function overridden(limit: GuessLimit, by: LimitOverrides[GuessName]): GuessLimit {
  if (!by) return limit
  const { byAddress, byPair, byName } = limit
  return {
    ...limit,
    ...(byAddress !== undefined && { byAddress: by.points }),
    ...(byPair !== undefined && { byPair: by.points }),
    ...(typeof byName === 'number' && { byName: by.points }),
  }
}
