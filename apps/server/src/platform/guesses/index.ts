import { networkOf, Refusal, type RefusalType } from '@lessor/kit'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database, Tx } from '../db.ts'
import { tooMany, type GuessName, type LimitOverrides } from '../limits.ts'
import { unavailable } from '../refusals.ts'
import type { Secrets } from '../secrets.ts'
import { openCounts, type Counts } from './counts.ts'
import { forgetGuesses, type Place } from './queries.ts'

/** The command of who tries, as far as it matters here. */
export interface Guesser {
  readonly ip: string
  readonly now: Date
  readonly outside?: <T>(work: () => Promise<T>) => Promise<T>
}

/** One try of something that could be guessed. */
export interface Guess {
  readonly limit: GuessName
  /** Whose secret is tried. */
  readonly name?: string
  /** The refusals that say that it was wrong. */
  readonly wrong: readonly RefusalType[]
  /** What the caller is known by from an earlier sign-in; looked up only before it would be refused or slowed down. */
  readonly known?: () => Promise<string | undefined> | string | undefined
  /** A second factor comes with it: when all of it is right, it passes where the address is refused. */
  readonly secondFactor?: boolean
}

export interface Admission {
  /** What the caller is known by, where it passes for that. */
  readonly known: string | undefined
  /** The address is refused: only a right second factor may pass. */
  readonly needsSecondFactor: boolean
}

/** Counts failed guesses at secrets, over all processes and restarts (docs/decisions/0014). */
export interface Guesses {
  /** Runs one try: refuses it with 429 or slows it down first, and counts it where it ends with a `wrong` refusal. */
  attempt<T>(guesser: Guesser, guess: Guess, work: (admission: Admission) => Promise<T>): Promise<T>
  /** Forgets the failures of a name, wherever they came from. */
  forget(tx: Tx, limit: GuessName, name: string): Promise<void>
}

export interface GuessesOptions {
  readonly db: Database
  readonly secrets: Secrets
  readonly enabled: boolean
  readonly overrides: LimitOverrides
}

interface Admitted extends Admission {
  readonly place: Place
  readonly release: () => void
}

const open = { known: undefined, needsSecondFactor: false }

export function openGuesses({ db, secrets, enabled, overrides }: GuessesOptions): Guesses {
  const keyOf = keyed(secrets)
  const counts = openCounts(db, overrides)
  const admit = openAdmission(counts)
  return {
    attempt: async (guesser, guess, work) => {
      if (!enabled) return work(open)
      const at = { limit: guess.limit, source: networkOf(guesser.ip), name: keyOf(guess.name) }
      const { place, release, ...admission } = await admit(guesser, guess, at)
      try {
        return await work(admission)
      } catch (error) {
        if (!isWrong(error, guess)) throw error
        const waitMs = await counts.note(guesser.now, place)
        throw waitMs > 0 || admission.needsSecondFactor ? tooMany(waitMs) : error
      } finally {
        release()
      }
    },
    forget: async (tx, limit, name) => void (await forgetGuesses.run(tx, { limit, name: keyOf(name) })),
  }
}

/** Names are kept as keyed hashes: people type passwords into that field. */
const keyed =
  ({ codeHashes }: Secrets) =>
  (name = '') =>
    name === '' ? '' : (codeHashes(`guess ${name}`)[0]?.toString('base64url') ?? '')

/** Decides about a try before it is made: lets it in, at once or later, or refuses it. */
function openAdmission(counts: Counts) {
  const slowDown = openDelay()

  // A known caller's failures are counted apart; others can't add to them.
  const admitKnown = async (guesser: Guesser, place: Place, known: string): Promise<Admitted> => {
    const { waitMs, release } = await counts.enter(guesser.now, place)
    if (waitMs > 0) throw tooMany(waitMs)
    return { ...open, known, place, release }
  }

  return async (guesser: Guesser, guess: Guess, place: Place): Promise<Admitted> => {
    const { waitMs, delayMs, release } = await counts.enter(guesser.now, place, guess.secondFactor)
    if (waitMs === 0 && delayMs === 0) return { ...open, place, release }
    try {
      const known = await guess.known?.()
      if (known !== undefined) {
        release()
        return await admitKnown(guesser, { ...place, source: `known ${known}` }, known)
      }
      if (waitMs > 0 && !guess.secondFactor) throw tooMany(waitMs)
      await slowDown(guesser, delayMs)
      return { known, needsSecondFactor: waitMs > 0, place, release }
    } catch (error) {
      release()
      throw error
    }
  }
}

const isWrong = (error: unknown, { wrong }: Guess): boolean =>
  error instanceof Refusal && wrong.some(({ code }) => code === error.code)

const mostDelayed = 500

/** Waits without a place at the gate, so that tries that are slowed down hold up no others. */
function openDelay() {
  let delayed = 0
  return async ({ outside = (work) => work() }: Guesser, delayMs: number): Promise<void> => {
    if (delayMs === 0) return
    if (delayed >= mostDelayed) throw unavailable({ retryAfterS: 1 })
    delayed++
    try {
      await outside(() => sleep(delayMs))
    } finally {
      delayed--
    }
  }
}
