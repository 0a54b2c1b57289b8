import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { long } from '../../apps/server/test/long.ts'
import type { Outcome } from './outcome.ts'
import { root, runTool } from './run.ts'

const reportPath = join(root, 'node_modules/.cache/vitest/report.json')

/** What is read of vitest's JSON report. */
export interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly status: 'passed' | 'failed'
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

// Only the server's tests have long forms.
const projects = long ? ['--project=server', '--project=server-17'] : []

/** Runs every test, shown as they run; in their long forms, those that have them and the rest of their suite. */
export const runTests = (): Promise<Outcome> => runVitest(...projects)

/** Runs the unit tests, and those of the server that what isn't committed yet can break; none that kills servers. */
export async function runQuickTests(): Promise<Outcome> {
  const unit = await runVitest('--project=unit', '--exclude=tools/checks.test.ts')
  const changed = ['--project=server', '--changed', '--passWithNoTests', '--exclude=**/faults/**']
  const server = await runVitest(...changed)
  return {
    passed: unit.passed + server.passed,
    failed: unit.failed + server.failed,
    notes: [...unit.notes, ...server.notes],
  }
}

async function runVitest(...args: string[]): Promise<Outcome> {
  await rm(reportPath, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`]
  const { code } = await runTool('vitest/vitest.mjs', ['run', ...args, ...reporters], { live: true })
  return outcomeOf(code, JSON.parse(await readFile(reportPath, 'utf8')) as Report)
}

/** Counts test cases. A file that doesn't load is a failure too, and so is a run of no test or one that vitest rejects. */
export function outcomeOf(code: number, { testResults }: Report): Outcome {
  const cases = testResults.flatMap((file) => file.assertionResults)
  const having = (status: string) => cases.filter((test) => test.status === status)
  const unloaded = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  )
  const passed = having('passed').length
  const failed = having('failed').length + unloaded.length
  const skipped = cases.filter(({ status }) => status !== 'passed' && status !== 'failed')
  return {
    passed,
    failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed,
    notes: skipped.map(({ fullName, status }) => `${status}: ${fullName}`),
  }
}
