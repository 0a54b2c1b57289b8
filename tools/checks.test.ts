import { generateDrizzleJson } from 'drizzle-kit/api'
import { cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addsFirstProblems, takenBy } from './checks/adds-first.ts'
import { tools } from './checks/all.ts'
import { docsProblems, drawnEdges } from './checks/docs.ts'
import { driftOf } from './checks/drift.ts'
import { moduleEdges } from './checks/module-edges.ts'
import { root, runTool } from './checks/run.ts'
import { outcomeOf, type Report } from './checks/tests.ts'
import { wordProblems } from './checks/words.ts'
import { migrationsOf } from './generators/migrations.ts'
import { textFile } from './generators/text-file.ts'
import { sampleTree } from './testing.ts'

/** Runs one of our checks, with our own settings, on a small tree. */
async function check(name: keyof typeof tools, files: Record<string, string>, ...more: string[]) {
  const folder = await sampleTree(
    { 'package.json': '{ "type": "module" }', ...files },
    { node_modules: join(root, 'node_modules') },
  )
  for (const settings of ['tsconfig.json', '.oxlintrc.json', '.prettierrc.json', 'knip.json']) {
    await cp(join(root, settings), join(folder, settings))
  }
  const [tool, ...args] = tools[name]
  return runTool(tool, [...args, ...more], { cwd: folder })
}

const typeErrors: [what: string, code: string, text: string][] = [
  ['a wrong type', 'TS2322', `export const days: number = 'seven'\n`],
  ['an unchecked index', 'TS2322', `export const first = (all: string[]): string => all[0]\n`],
  ['undefined in an optional field', 'TS2375', `export const a: { days?: number } = { days: undefined }\n`],
  ['an enum', 'TS1294', `export enum State {\n  Open,\n}\n`],
  [
    'a type imported as a value',
    'TS1484',
    `import { RequestListener } from 'node:http'\nexport type A = RequestListener\n`,
  ],
]

test('types: each strictness is seen to fail', async () => {
  const files = typeErrors.map(([, , text], at): [string, string] => [`tools/case-${at}.ts`, text])
  const { code, output } = await check('types', Object.fromEntries(files))
  expect(code).not.toBe(0)
  for (const [at, [what, error]] of typeErrors.entries()) {
    expect(output, what).toMatch(new RegExp(`case-${at}[.]ts.*${error}`))
  }
})

const lines = (count: number) => Array.from({ length: count }, (_, at) => `  console.log(${at})`).join('\n')
const lintErrors: Record<string, string> = {
  'no-floating-promises': `export async function later() {}\nlater()\n`,
  'no-misused-promises': `export const open = async () => true\nif (open()) process.exit()\n`,
  'switch-exhaustiveness-check': `export function n(a: 'x' | 'y') {\n  switch (a) {\n    case 'x':\n      return 1\n  }\n}\n`,
  'await-thenable': `export const n = async () => await 1\n`,
  'no-unused-vars': `const unused = 1\n`,
  'no-explicit-any': `export const loose = (a: any) => a\n`,
  eqeqeq: `export const same = (a: unknown, b: unknown) => a == b\n`,
  'consistent-type-imports': `import { Server } from 'node:http'\nexport type A = Server\n`,
  'max-lines': `export {}\n${lines(301)}\n`,
  'max-lines-per-function': `export function long() {\n${lines(50)}\n}\n`,
}

test('lint: each rule that we chose is seen to fail', async () => {
  const files = Object.entries(lintErrors).map(([rule, text]): [string, string] => [`tools/${rule}.ts`, text])
  const { code, output } = await check('lint', Object.fromEntries(files), '--format=unix')
  expect(code).not.toBe(0)
  for (const rule of Object.keys(lintErrors)) expect(output).toMatch(complaint(rule, `tools/${rule}.ts`))
})

const complaint = (rule: string, file: string) => new RegExp(`^${file}:.*[(]${rule}[)]\\]$`, 'm')

test('lint: a test without an assertion, a skipped and a focused one are seen to fail', async () => {
  const text = (body: string) => `import { expect, test } from 'vitest'\n${body}\n`
  const files = {
    'tools/idle.test.ts': text(`test('a', () => void expect)`),
    'tools/skipped.test.ts': text(`test.skip('a', () => expect(1).toBe(1))`),
    'tools/focused.test.ts': text(`test.only('a', () => expect(1).toBe(1))`),
  }
  const { code, output } = await check('lint', files, '--format=unix')
  expect(code).not.toBe(0)
  expect(output).toMatch(complaint('expect-expect', 'tools/idle.test.ts'))
  expect(output).toMatch(complaint('no-disabled-tests', 'tools/skipped.test.ts'))
  expect(output).toMatch(complaint('no-focused-tests', 'tools/focused.test.ts'))
})

test('format: a text that is laid out otherwise is seen to fail', async () => {
  const { code, output } = await check('format', { 'tools/a.ts': 'export const a = "b";\n' })
  expect(code).not.toBe(0)
  expect(output).toContain('tools/a.ts')
})

test('dead code: an unused file, export and dependency are seen to fail', async () => {
  const { code, output } = await check('dead code', {
    'package.json': '{ "name": "sample", "private": true, "workspaces": ["packages/*", "apps/*"] }',
    'apps/server/package.json':
      '{ "name": "@lessor/server", "type": "module", "dependencies": { "nodemailer": "10" } }',
    'apps/server/src/main.ts': `import { used } from './parts.ts'\nused()\n`,
    'apps/server/src/parts.ts': `export const used = () => 1\nexport const unusedPart = 1\n`,
    'apps/server/src/orphan.ts': `export const orphan = 1\n`,
  })
  expect(code).not.toBe(0)
  expect(output).toMatch(/Unused files[^U]*orphan[.]ts/)
  expect(output).toMatch(/Unused exports[^U]*unusedPart/)
  expect(output).toMatch(/Unused dependencies[^U]*nodemailer/)
})

const modules = 'apps/server/src/modules'
const picture = (...lines: string[]) => `# A\n\`\`\`mermaid\ngraph TD\n${lines.join('\n')}\n\`\`\`\n`
const documented = {
  [`${modules}/people/README.md`]: picture('staff --> accounts'),
  [`${modules}/people/accounts/README.md`]: '# accounts\n',
  [`${modules}/people/accounts/index.ts`]: 'export const a = 1\n',
  [`${modules}/people/staff/README.md`]: '# staff\n',
  [`${modules}/people/staff/index.ts`]: `import '../accounts/index.ts'\n`,
  [`${modules}/leasing/README.md`]: '# leasing\n',
  [`${modules}/leasing/leases/README.md`]: '# leases\n',
  [`${modules}/leasing/leases/index.ts`]: `import '../../people/accounts/index.ts'\n`,
  'ARCHITECTURE.md': picture('leasing --> people', 'rest --> leases'),
}
const docsOf = async (files: Record<string, string>) => docsProblems(await sampleTree(files), moduleEdges)
const without = (name: keyof typeof documented) =>
  Object.fromEntries(Object.entries(documented).filter(([file]) => file !== name))

test('docs: a module or group without README, a missing edge, an extra one and a missing picture are seen to fail', async () => {
  const group = `${modules}/people/README.md`
  expect(await docsOf(documented)).toEqual([])
  expect(await docsOf(without(`${modules}/leasing/leases/README.md`))).toEqual([
    `${modules}/leasing/leases has no README.md`,
  ])
  expect(await docsOf(without(group))).toEqual([
    `${modules}/people has no README.md`,
    `${modules}/people/README.md is missing`,
  ])
  expect(await docsOf(without('ARCHITECTURE.md'))).toEqual(['ARCHITECTURE.md is missing'])
  expect(await docsOf({ ...documented, 'ARCHITECTURE.md': '# A\n' })).toEqual([
    'ARCHITECTURE.md lacks an edge: leasing --> people',
  ])
  expect(await docsOf({ ...documented, [group]: '# people\n' })).toEqual([
    `${group} lacks an edge: staff --> accounts`,
  ])
  const extra = picture('leasing --> people', 'people --> leasing')
  expect(await docsOf({ ...documented, 'ARCHITECTURE.md': extra })).toEqual([
    'ARCHITECTURE.md draws an edge that no import makes: people --> leasing',
  ])
})

test('docs: a picture is read with labels, chains and groups', () => {
  const text =
    '```mermaid\ngraph TD\n  codes[Codes] -->|spends| leases & audit --> accounts; status -.-> codes\n```'
  const names = ['codes', 'leases', 'audit', 'accounts', 'status']
  expect([...drawnEdges(text, names)].toSorted()).toEqual([
    'audit --> accounts',
    'codes --> audit',
    'codes --> leases',
    'leases --> accounts',
    'status --> codes',
  ])
})

test('adds-first: what an older program would miss is seen, unless it is said since when it does without', async () => {
  const taking = {
    'alter table a rename column b to c;': ['renames'],
    'ALTER TABLE "a" DROP COLUMN "b";': ['drops'],
    'drop index a_b;': ['drops'],
    'drop index concurrently if exists a_b;': ['drops'],
    'alter table a drop constraint a_b, add constraint a_c check (b > 0);': ['drops'],
    'alter table a alter column b set not null;': ['forbids null'],
    'ALTER TABLE "a" ALTER COLUMN "b" SET DATA TYPE text;': ['changes a type'],
    'ALTER TABLE "a" ADD COLUMN "b" text NOT NULL;': ['adds a column that must be given'],
  }
  for (const [sql, what] of Object.entries(taking)) {
    expect(takenBy(sql), sql).toEqual(what)
    expect(takenBy(`-- unused since 0.2.0: nothing read it\n${sql}`), sql).toEqual([])
  }
  const giving = [
    'create table a (b text not null);',
    'ALTER TABLE "a" ADD COLUMN "b" text;',
    'alter table a add column b int default 0 not null;',
    'alter table a alter column b drop not null;',
    '-- drops nothing\nselect 1;',
    'alter table a drop constraint a_b, add constraint a_b check (b > 0) not valid;',
    'drop index concurrently if exists a_b; create index concurrently a_b on a (b);',
  ]
  for (const sql of giving) expect(takenBy(sql), sql).toEqual([])

  const migrations = await sampleTree({
    '20260101000000_old.sql': 'drop table a;',
    '20300101000000_new.sql': 'drop table b;',
  })
  expect(await addsFirstProblems(migrations)).toEqual([
    expect.stringContaining('20300101000000_new.sql drops'),
  ])
})

test('drift: a generated text that differs or is missing is seen to fail', async () => {
  const folder = await sampleTree({ 'old.txt': 'old' })
  const generator = (file: string) => textFile(file, join(folder, file), async () => 'new')
  const problems = () => driftOf([generator('old.txt'), generator('absent.txt')])
  expect(await problems()).toEqual([
    'old.txt: differs from what would be made now; run "npm run gen"',
    'absent.txt: is missing; run "npm run gen"',
  ])
  await Promise.all(['old.txt', 'absent.txt'].map((file) => generator(file).write()))
  expect(await problems()).toEqual([])
})

test('drift: a table that no migration makes, or makes otherwise, is seen to fail', async () => {
  const tree = async (columns: string, migrations: Record<string, string> = {}) => {
    const text = `import { integer, pgTable } from 'drizzle-orm/pg-core'\nexport const t = pgTable('t', { ${columns} })\n`
    const files = { 'src/platform/table.ts': text, 'migrations/snapshot.json': emptySnapshot, ...migrations }
    return sampleTree(files, { node_modules: join(root, 'node_modules') })
  }
  const one = await tree('a: integer()')
  const migrations = migrationsOf(one)
  expect(await driftOf([migrations])).toHaveLength(1)
  await migrations.write('first')
  expect(await driftOf([migrations])).toEqual([])
  const [step = ''] = (await readdir(join(one, 'migrations'))).filter((file) => file.endsWith('_first.sql'))
  const written = Object.fromEntries(
    await Promise.all(
      [step, 'snapshot.json'].map(async (file) => {
        const path = `migrations/${file}`
        return [path, await readFile(join(one, path), 'utf8')] as const
      }),
    ),
  )
  const changed = migrationsOf(await tree('a: integer(), b: integer()', written))
  expect(await driftOf([changed])).toEqual([expect.stringContaining('only in table.ts: column t.b')])
  await changed.write('second')
  expect(await driftOf([changed])).toEqual([])
  // It starts a database four times.
}, 120_000)

const emptySnapshot = JSON.stringify(generateDrizzleJson({}))

const report = (...files: [status: 'passed' | 'failed', tests: string[]][]): Report => ({
  testResults: files.map(([status, tests], at) => ({
    name: `${at}.test.ts`,
    status,
    assertionResults: tests.map((result) => ({ fullName: result, status: result })),
  })),
})

test('tests: cases are counted, and a file that fails to load or a run of nothing is a failure', () => {
  expect(outcomeOf(0, report(['passed', ['passed', 'passed']]))).toMatchObject({ passed: 2, failed: 0 })
  expect(outcomeOf(1, report(['failed', ['passed', 'failed']]))).toMatchObject({ passed: 1, failed: 1 })
  expect(outcomeOf(1, report(['failed', []], ['passed', ['passed']]))).toMatchObject({ passed: 1, failed: 1 })
  expect(outcomeOf(1, report(['passed', ['passed']]))).toMatchObject({ passed: 1, failed: 1 })
  expect(outcomeOf(0, report())).toMatchObject({ passed: 0, failed: 1 })
  expect(outcomeOf(0, report(['passed', ['passed', 'skipped']])).notes).toEqual(['skipped: skipped'])
  const broken = {
    name: join(root, 'b.test.ts'),
    status: 'failed',
    message: 'No such file\nat b',
    assertionResults: [],
  } as const
  const failed = { fullName: 'a b', status: 'failed', failureMessages: ['Error: 1 isn’t 2\n at a'] }
  const wrong = { ...broken, name: join(root, 'a.test.ts'), assertionResults: [failed] } as const
  expect(outcomeOf(1, { testResults: [broken, wrong] }).notes).toEqual([
    'failed: b.test.ts: No such file',
    'failed: a.test.ts > a b: Error: 1 isn’t 2',
  ])
})

test('words: a listed turn is seen to fail in a comment, over two lines, in a name and in a text', async () => {
  const folder = await sampleTree({
    'README.md': 'Sign in to go on.\n',
    'ARCHITECTURE.md': '# A\n',
    'CONTRIBUTING.md': 'Errors are told\nto customers.\n',
    'apps/a.ts': '/**\n * Two errors that are told\n * apart by the caller.\n */\nexport const told = 1\n',
    'packages/b.ts': `export const text = '15 s unless told.'\n`,
    'packages/node_modules/c.ts': '// By whom it is told.\n',
    'tools/d.json': '"by whom"\n',
    ...Object.fromEntries(['docs', 'e2e', 'deploy'].map((name) => [`${name}/e.md`, 'Plain.\n'])),
  })
  expect(await wordProblems(folder)).toEqual([
    'CONTRIBUTING.md:1 says "are told"; write: gets, is shown, is logged, is sent',
    'apps/a.ts:2 says "are told"; write: gets, is shown, is logged, is sent',
    'apps/a.ts:2 says "told * apart"; write: distinguished, indistinguishable',
    'packages/b.ts:1 says "unless told"; write: (default ...)',
  ])
})
