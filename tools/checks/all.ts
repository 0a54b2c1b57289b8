import { join } from 'node:path'
import { addsFirstProblems } from './adds-first.ts'
import { checkDocs } from './docs.ts'
import { driftOf } from './drift.ts'
import { ruled, type Check } from './outcome.ts'
import { root, runTool } from './run.ts'
import { runQuickTests, runTests } from './tests.ts'
import { checkWords } from './words.ts'

export const tools = {
  types: ['typescript-native/bin/tsc', '--noEmit', '--project', '.'],
  'web types': ['typescript-native/bin/tsc', '--noEmit', '--project', 'tsconfig.web.json'],
  lint: ['oxlint/bin/oxlint'],
  format: ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  boundaries: [
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config',
    '.dependency-cruiser.mjs',
    'apps',
    'packages',
    'tools',
    'bench',
    'e2e',
  ],
  'dead code': ['knip/bin/knip.js', '--no-progress', '--treat-config-hints-as-errors'],
} satisfies Record<string, [string, ...string[]]>

/** A check that is one tool: it passes when the tool exits with 0. */
const byTool = (name: keyof typeof tools, promise: string): Check => ({
  name: name.replace(' ', '-'),
  promise,
  run: async () => {
    const [tool, ...args] = tools[name]
    const { code, output } = await runTool(tool, args)
    return ruled(code === 0 ? [] : [output])
  },
})

// Generators load the server: one that doesn't load may not take the other checks with it.
const checkDrift = async () => ruled(await driftOf((await import('../generators/all.ts')).generators))

/** Every check, the quickest to fail first. */
export const checks: readonly Check[] = [
  byTool('types', 'types hold across the workspace'),
  byTool('web types', 'types hold in the pages, which know a browser instead of Node'),
  byTool('lint', 'no promise floats, every switch is exhaustive, files and functions keep their budgets'),
  byTool('format', 'the text is laid out by prettier'),
  byTool('boundaries', 'modules, packages and apps import only what they may'),
  byTool('dead code', 'every file, export and dependency is used'),
  {
    name: 'docs',
    promise: 'every module has its README, and the picture of the modules is true',
    run: checkDocs,
  },
  {
    name: 'words',
    promise: 'comments, names and texts use none of the turns listed as hard to read',
    run: checkWords,
  },
  {
    name: 'adds-first',
    promise: 'a step of the schema takes nothing from an older program that runs beside it',
    run: async () => ruled(await addsFirstProblems(join(root, 'apps/server/migrations'))),
  },
  { name: 'drift', promise: 'generated files are what would be generated now', run: checkDrift },
  { name: 'tests', promise: 'the guarantees hold', run: runTests, isLive: true },
]

/** Checks that run only when they are named: the others hold what these do. */
export const named: readonly Check[] = [
  {
    name: 'quick-tests',
    promise: 'what was just changed breaks nothing near it',
    run: runQuickTests,
    isLive: true,
  },
]
