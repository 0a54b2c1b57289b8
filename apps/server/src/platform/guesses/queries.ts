import type { GuessName } from '../limits.ts'
import { change, query, standalone } from '../statement.ts'

export interface Place {
  readonly limit: GuessName
  /** The network of an address, or what a known caller is known by. */
  readonly source: string
  /** A keyed hash; empty where no name is tried. */
  readonly name: string
}

/** The failures that count now: from the source, of the name, and of both together, and when the last of them is over. */
export interface Counted {
  readonly bySource: number
  readonly byName: number
  readonly byPair: number
  readonly endsAt: Date | null
}

// Enough to know that it is too many: a name may be tried from thousands of addresses.
const most = 200

const failures = `(
  (select source, name, failed, ends_at from platform_guess where "limit" = $limit and source = $source and ends_at > $now limit ${most})
  union
  (select source, name, failed, ends_at from platform_guess where "limit" = $limit and name = $name and $name <> '' and ends_at > $now limit ${most})
)`

const sums = `coalesce(sum(failed) filter (where source = $source), 0) as by_source,
  coalesce(sum(failed) filter (where name = $name), 0) as by_name,
  coalesce(sum(failed) filter (where source = $source and name = $name), 0) as by_pair,
  max(ends_at) as ends_at`

export const countGuesses = query<Place & { now: Date }, Counted>(
  'platform.count_guesses',
  `select ${sums} from ${failures} counted`,
)

/** Counts one more failure of a source and name, in a window that begins with their first; answers what counts now. */
export const noteGuess = standalone<Place & { now: Date; endsAt: Date }, Counted>(
  'platform.note_guess',
  `with noted as (
     insert into platform_guess as g ("limit", source, name, failed, ends_at)
     values ($limit, $source, $name, 1, $endsAt)
     on conflict ("limit", source, name) do update set
       failed = case when g.ends_at > $now then g.failed + 1 else 1 end,
       ends_at = case when g.ends_at > $now then g.ends_at else $endsAt end
     returning source, name, failed, ends_at
   )
   select ${sums} from (
     select source, name, failed, ends_at from noted
     union all
     select source, name, failed, ends_at from ${failures} before where not (source = $source and name = $name)
   ) counted`,
)

export const forgetGuesses = change<Pick<Place, 'limit' | 'name'>>(
  'platform.forget_guesses',
  'delete from platform_guess where "limit" = $limit and name = $name',
)

export const dropOldGuesses = standalone<{ before: Date }>(
  'platform.drop_old_guesses',
  'delete from platform_guess where ends_at < $before',
)
