import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { long } from '../../apps/server/test/long.ts'
import type { Outcome } from './outcome.ts'
import { root, runTool } from './run.ts'

const reportPath = join(root, 'node_modules/.cache/vitest/report.json')

/** What is read of vitest's JSON report. */
export interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly status: 'passed' | 'failed'
    /** Why the file didn't load. */
    readonly message?: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages?: readonly string[] | null
    }[]
  }[]
}

// Only the server's tests have long forms.
const projects = long ? ['--project=server', '--project=server-17'] : []

/** Runs every test, shown as they run; in their long forms, those that have them and the rest of their suite. */
export const runTests = (): Promise<Outcome> => runVitest(...projects)

/** Runs the unit tests, and those near what isn't committed yet; none that kills servers. */
export async function runQuickTests(): Promise<Outcome> {
  const unit = await runVitest('--project=unit', '--exclude=tools/checks.test.ts')
  const changed = [
    ...git('diff', '--name-only', 'HEAD'),
    ...git('ls-files', '--others', '--exclude-standard'),
  ]
  const tests = git('ls-files', '--cached', '--others', '--exclude-standard', 'apps/**/*.test.ts')
  const near = testsNear(changed, tests).filter(
    (test) => !test.includes('/faults/') && existsSync(join(root, test)),
  )
  if (near.length === 0) return unit
  const server = await runVitest('--project=server', ...near)
  return {
    passed: unit.passed + server.passed,
    failed: unit.failed + server.failed,
    notes: [...unit.notes, ...server.notes],
  }
}

const git = (...args: string[]) =>
  execFileSync('git', [...args, '-z'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter(Boolean)

/** The tests of the modules and apps that were changed; what else uses those is left to `npm test`. */
export function testsNear(changed: readonly string[], tests: readonly string[]): string[] {
  const homes = new Set(changed.map(homeOf))
  // The platform has no door of its own to be tested at.
  if (homes.has(platform) || homes.has('apps/server/migrations')) homes.add('apps/server/test')
  return tests.filter((test) => homes.has(homeOf(test)))
}

const platform = 'apps/server/src/platform'

/** The folder of a file's module, app, or kind of test. */
function homeOf(path: string): string {
  const [part] =
    /^apps\/server\/(src\/platform\/postgres|src\/platform|migrations|test\/.*(?=\/)|test)\//.exec(path) ?? []
  if (part) return part.slice(0, -1)
  let folder = dirname(path)
  while (folder.split('/').length > 2 && !existsSync(join(root, folder, 'index.ts'))) folder = dirname(folder)
  return folder
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
    notes: [...skipped.map(({ fullName, status }) => `${status}: ${fullName}`), ...failuresOf(testResults)],
  }
}

/** Each failure in one line: many a log keeps only its end. */
const failuresOf = (files: Report['testResults']): string[] =>
  files.flatMap((file) => {
    const at = relative(root, file.name)
    const failed = file.assertionResults.filter(({ status }) => status === 'failed')
    if (file.status === 'failed' && failed.length === 0) return [line(at, file.message)]
    return failed.map(({ fullName, failureMessages }) => line(`${at} > ${fullName}`, failureMessages?.[0]))
  })

const line = (what: string, why = '') => `failed: ${what}: ${(why.split('\n')[0] ?? '').slice(0, 200)}`
