import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Outcome } from './outcome.ts'
import { root, runTool } from './run.ts'

const reportPath = join(root, 'node_modules/.cache/vitest/report.json')

/** What is read of vitest's JSON report. */
interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: 'passed' | 'failed'
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

/** Runs every test, shown as they run. A file that doesn't load counts as a failure, and so does a run of no test. */
export async function runTests(): Promise<Outcome> {
  await rm(reportPath, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`]
  const { code } = await runTool('vitest/vitest.mjs', ['run', ...reporters], { live: true })
  const report = JSON.parse(await readFile(reportPath, 'utf8')) as Report
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && !hasFailedTest(file))
  const failed = report.numFailedTests + unloaded.length
  const nothing = code !== 0 || report.numPassedTests === 0
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && nothing ? 1 : failed,
    output: skippedIn(report)
      .map((name) => `skipped: ${name}`)
      .join('\n'),
  }
}

const hasFailedTest = (file: Report['testResults'][number]) =>
  file.assertionResults.some(({ status }) => status === 'failed')

const skippedIn = (report: Report): string[] =>
  report.testResults
    .flatMap((file) => file.assertionResults)
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName }) => fullName)
