import { guessDelayMs } from '@lessor/kit'
import type { Db } from '../db.ts'
import { guessLimits, type GuessLimit, type GuessName, type LimitOverrides } from '../limits.ts'
import { countGuesses, noteGuess, type Counted, type Place } from './queries.ts'
import { openLearned, openUnderWay } from './tally.ts'

export interface Entered {
  /** How long it has to wait to be allowed, and how long one that is allowed is delayed; milliseconds. */
  readonly waitMs: number
  readonly delayMs: number
  /** Ends the try; does nothing where it was not let in. */
  readonly release: () => void
}

export interface Counts {
  /** Lets a try begin where there is room for it, or whatever there is (`always`). */
  enter(now: Date, place: Place, always?: boolean): Promise<Entered>
  /** Counts a failure; answers how long to wait, where it was one too many. */
  note(now: Date, place: Place): Promise<number>
}

/** Counts failures in the database, and the tries that are not decided yet in this process. */
// Under a storm of tries that all end meanwhile, counting some twice is the safe side.
const mostReads = 5

export function openCounts(db: Db, overrides: LimitOverrides): Counts {
  const underWay = openUnderWay()
  const learned = openLearned()
  /** A try that ends while the failures are read may be missing in them, and is under way no more: they are read again. */
  const failures = async (place: Place, now: Date): Promise<Counted> => {
    for (let reads = 1; ; reads++) {
      const { of, ended } = await underWay.during(place, () => countGuesses.one(db, { ...place, now }))
      if (ended === 0) return of
      if (reads < mostReads) continue
      const { bySource, byName, byPair } = of
      return { ...of, bySource: bySource + ended, byName: byName + ended, byPair: byPair + ended }
    }
  }
  const limitOf = (name: GuessName): GuessLimit => overridden(guessLimits[name], overrides[name])
  return {
    enter: async (now, place, always = false) => {
      const limit = limitOf(place.limit)
      const failed = limit.learned ? learned.of(place, now) : await failures(place, now)
      // From here on without a pause: of many at once, each sees those that were let in before.
      const taken = underWay.with(failed, place)
      const isSlow = limit.byName === 'slows' && failed.byName > 0
      const waitMs = waitOf(limit, taken, now)
      const release = waitMs === 0 || always ? underWay.add(place) : () => undefined
      return { waitMs, delayMs: isSlow ? guessDelayMs(taken.byName) : 0, release }
    },
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
