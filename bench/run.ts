// `npm run bench`, `npm run bench -- P1 P7`, with --quick (a look, not recorded) or --long (an hour under load).
import { books } from './books.ts'
import { batches } from './batches.ts'
import { memory } from './memory.ts'
import { callbacks } from './callbacks.ts'
import { crowd } from './crowd.ts'
import { heartbeats } from './heartbeats.ts'
import { efforts, type Benchmark, type Effort, type Finding } from './lab/benchmark.ts'
import { lineOf, recordFindings } from './lab/results.ts'
import { lookups } from './lookups.ts'
import { pages } from './pages.ts'
import { logins } from './logins.ts'
import { payments } from './payments.ts'
import { plugins } from './plugins.ts'
import { redemptions } from './redemptions.ts'
import { scale } from './scale.ts'
import { start } from './start.ts'

const benchmarks: readonly Benchmark[] = [
  heartbeats,
  redemptions,
  lookups,
  logins,
  batches,
  scale,
  start,
  payments,
  memory,
  pages,
  crowd,
  callbacks,
  plugins,
  books,
]

interface Wanted {
  readonly chosen: readonly Benchmark[]
  readonly effort: Effort
  /** Whether it is thorough enough to be written down. */
  readonly isRecorded: boolean
}

/** What the command line asks for; exits on what doesn't exist. */
function wanted(args: readonly string[]): Wanted {
  const ids = args.filter((arg) => !arg.startsWith('--'))
  const flags = args.filter((arg) => arg.startsWith('--'))
  const unknown = [
    ...ids.filter((id) => !benchmarks.some((benchmark) => benchmark.id === id)),
    ...flags.filter((flag) => !['--quick', '--long'].includes(flag)),
  ]
  if (unknown.length > 0) {
    console.error(
      `${unknown.join(', ')}? There are ${benchmarks.map(({ id }) => id).join(', ')}, --quick, --long`,
    )
    process.exit(2)
  }
  return {
    chosen: ids.length === 0 ? benchmarks : benchmarks.filter(({ id }) => ids.includes(id)),
    effort: flags.includes('--quick')
      ? efforts.quick
      : flags.includes('--long')
        ? efforts.long
        : efforts.full,
    isRecorded: !flags.includes('--quick'),
  }
}

const { chosen, effort, isRecorded } = wanted(process.argv.slice(2))
for (const { id, run } of chosen) {
  const findings: readonly Finding[] = await run(effort)
  for (const finding of findings) console.log(lineOf(id, finding))
  if (isRecorded) await recordFindings(id, findings, effort === efforts.long)
}
