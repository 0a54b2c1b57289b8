// Every rule that matters, as a check that can fail: `npm run check`, or some of them: `npm run check -- types lint`.
import { styleText } from 'node:util'
import { checks, named } from './checks/all.ts'
import type { Check, Outcome } from './checks/outcome.ts'
import { endRunning } from './checks/run.ts'

/** The requested checks, in their order; all when none was named. Exits on a name that doesn't exist. */
function chosen(names: readonly string[]): readonly Check[] {
  const all = [...checks, ...named]
  const unknown = names.filter((name) => !all.some((check) => check.name === name))
  if (unknown.length > 0) {
    console.error(`no such check: ${unknown.join(', ')}; there are ${all.map(({ name }) => name).join(', ')}`)
    process.exit(2)
  }
  return names.length === 0 ? checks : all.filter(({ name }) => names.includes(name))
}

/** Runs one check and tells how it went; a check that throws has failed. */
async function tell(check: Check): Promise<Outcome> {
  const started = performance.now()
  const promise = `${check.name.padEnd(10)} ${check.promise}`
  if (check.isLive) console.log(promise)
  const outcome = await check.run().catch((error: unknown) => failedWith(error))
  const verdict = outcome.failed === 0 ? styleText('green', 'passed') : styleText('red', 'FAILED')
  if (!check.isLive) console.log(promise)
  for (const note of outcome.notes) console.log(note.trimEnd())
  console.log(`${' '.repeat(10)} ${verdict} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return outcome
}

const failedWith = (error: unknown): Outcome => ({
  passed: 0,
  failed: 1,
  notes: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
})

const total = { passed: 0, failed: 0 }

/** Takes the checks in their order, each as soon as one of `lanes` is free. */
async function runAll(checks: readonly Check[], lanes: number): Promise<void> {
  const waiting = checks.values()
  const lane = async () => {
    for (const check of waiting) {
      const { passed, failed } = await tell(check)
      total.passed += passed
      total.failed += failed
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

process.once('disconnect', () => endRunning())
process.channel?.unref()
const asked = chosen(process.argv.slice(2))
// Most tools use one processor.
await runAll(
  asked.filter(({ isLive }) => !isLive),
  2,
)
await runAll(
  asked.filter(({ isLive }) => isLive),
  1,
)
process.exitCode = total.failed === 0 ? 0 : 1
console.log(`${total.passed} passed, ${total.failed} failed`)
