import { expect, test } from 'vitest'
import config from '../.dependency-cruiser.mjs'
import { importGraph } from './checks/module-edges.ts'
import { sampleTree } from './testing.ts'

const modules = 'apps/server/src/modules'
const platform = 'apps/server/src/platform'
const library = (name: string) => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
  [`node_modules/${name}/index.js`]: 'module.exports = {}\n',
})

/** A small tree that breaks no rule. */
const lawful = {
  ...library('drizzle-orm'),
  ...library('hono'),
  ...library('uuid'),
  ...library('chalk'),
  'package.json': '{ "name": "sample", "private": true }',
  'apps/server/package.json': '{ "dependencies": { "drizzle-orm": "1", "hono": "1", "@lessor/kit": "1" } }',
  'packages/kit/package.json':
    '{ "name": "@lessor/kit", "exports": { ".": "./src/index.ts" }, "dependencies": { "uuid": "1", "hono": "1" } }',
  'packages/kit/src/index.ts': `import 'uuid'\nexport const kit = 1\n`,
  'apps/edge/src/main.ts': 'export const edge = 1\n',
  'apps/server/src/operator.ts': 'export const operator = 1\n',
  'apps/cli/src/main.ts': `import '../../server/src/operator.ts'\nexport const cli = 1\n`,
  [`${platform}/transaction.ts`]: `import 'drizzle-orm'\nexport const inTransaction = 1\nexport type Tx = 1\n`,
  [`${platform}/statement.ts`]: 'export const statement = 1\n',
  [`${platform}/http/route.ts`]: `import 'hono'\nexport const route = 1\n`,
  [`${modules}/people/accounts/index.ts`]: `export * from './register.ts'\nexport * from './rest.ts'\n`,
  [`${modules}/people/accounts/table.ts`]: `import 'drizzle-orm'\nexport const account = 1\nexport type Row = 1\n`,
  [`${modules}/people/accounts/queries.ts`]: `import '../../../platform/statement.ts'\nexport * from './table.ts'\n`,
  [`${modules}/people/accounts/errors.ts`]: `import '@lessor/kit'\nexport const taken = 1\n`,
  [`${modules}/people/accounts/model.ts`]: `import './errors.ts'\nimport '@lessor/kit'\nexport const rule = 1\n`,
  [`${modules}/people/accounts/register.ts`]:
    `import '../../../platform/transaction.ts'\nimport './queries.ts'\nimport './model.ts'\n` +
    `import type { Row } from './table.ts'\nexport const register = 1 as Row\n`,
  [`${modules}/people/accounts/rest.ts`]: `import '../../../platform/http/route.ts'\nimport './register.ts'\n`,
  [`${modules}/people/accounts/testing.ts`]: `export const anAccount = 1\n`,
  [`${modules}/leasing/leases/index.ts`]: `export * from './extend-lease.ts'\n`,
  [`${modules}/leasing/leases/table.ts`]: `import '../../people/accounts/table.ts'\nexport const lease = 1\n`,
  [`${modules}/leasing/leases/extend-lease.ts`]: `import '../../people/accounts/index.ts'\nexport const extendLease = 1\n`,
  [`${modules}/leasing/leases/leases.test.ts`]: `import '../../people/accounts/testing.ts'\nimport './extend-lease.ts'\n`,
}

const broken = async (files: Record<string, string>) => {
  const folder = await sampleTree({ ...lawful, ...files }, { 'node_modules/@lessor/kit': 'packages/kit' })
  const { summary } = await importGraph(folder, ['apps', 'packages'])
  return [...new Set(summary.violations.map(({ rule }) => rule.name))]
}

/** Each case adds to the lawful tree, or replaces in it, what its rule forbids. */
const violations: [rule: string, what: string, files: Record<string, string>][] = [
  [
    'module-order',
    'a module imports one of a higher group',
    {
      [`${modules}/people/accounts/register.ts`]: `import '../../sales/codes/index.ts'\n`,
      [`${modules}/sales/codes/index.ts`]: '',
    },
  ],
  [
    'module-order',
    'a module imports a higher one of its group',
    {
      [`${modules}/people/accounts/register.ts`]: `import '../sessions/index.ts'\n`,
      [`${modules}/people/sessions/index.ts`]: '',
    },
  ],
  [
    'module-order',
    'a family imports another',
    {
      [`${modules}/status/users/index.ts`]: `import '../../vip/levels/index.ts'\n`,
      [`${modules}/vip/levels/index.ts`]: '',
    },
  ],
  [
    'module-known',
    'a module without a place',
    { [`${modules}/sales/vouchers/index.ts`]: `import '@lessor/kit'\n` },
  ],
  [
    'front-door',
    "a use case imports another module's use case",
    { [`${modules}/leasing/leases/extend-lease.ts`]: `import '../../people/accounts/register.ts'\n` },
  ],
  [
    'front-door',
    "the wiring imports a module's queries",
    { 'apps/server/src/app.ts': `import './modules/people/accounts/queries.ts'\n` },
  ],
  [
    'foreign-keys-only',
    "queries read another module's table",
    { [`${modules}/leasing/leases/queries.ts`]: `import '../../people/accounts/table.ts'\n` },
  ],
  [
    'testing-in-tests',
    'a use case uses a builder',
    { [`${modules}/people/accounts/register.ts`]: `import './testing.ts'\n` },
  ],
  [
    'no-cycles',
    'two files import each other',
    { [`${modules}/people/accounts/errors.ts`]: `import './model.ts'\n` },
  ],
  [
    'no-cycles',
    'two types import each other',
    {
      [`${platform}/db.ts`]: `import type { B } from './tx.ts'\nexport type A = B\n`,
      [`${platform}/tx.ts`]: `import type { A } from './db.ts'\nexport type B = A\n`,
    },
  ],
  [
    'platform-knows-no-module',
    'the platform imports a module',
    { [`${platform}/jobs.ts`]: `import '../modules/people/accounts/index.ts'\n` },
  ],
  ['model-is-pure', 'a model reads a file', { [`${modules}/leasing/leases/model.ts`]: `import 'node:fs'\n` }],
  [
    'model-is-pure',
    'a model queries',
    { [`${modules}/people/accounts/model.ts`]: `import './queries.ts'\n` },
  ],
  [
    'model-is-pure',
    'a model knows a type of the platform',
    {
      [`${modules}/leasing/leases/model.ts`]: `import type { Tx } from '../../../platform/transaction.ts'\nexport type A = Tx\n`,
    },
  ],
  [
    'sql-in-queries',
    'a use case builds SQL',
    { [`${modules}/leasing/leases/extend-lease.ts`]: `import 'drizzle-orm'\n` },
  ],
  [
    'sql-in-queries',
    'a transport has a statement',
    { [`${modules}/leasing/leases/rest.ts`]: `import '../../../platform/statement.ts'\n` },
  ],
  [
    'tables-behind-queries',
    'a use case touches its table',
    { [`${modules}/people/accounts/register.ts`]: `import './table.ts'\n` },
  ],
  ...['rest', 'rest-staff', 'rpc', 'jobs', 'ws', 'queries'].map(
    (name): [string, string, Record<string, string>] => [
      'use-cases-open-transactions',
      `${name}.ts opens a transaction`,
      { [`${modules}/leasing/leases/${name}.ts`]: `import '../../../platform/transaction.ts'\n` },
    ],
  ),
  [
    'use-cases-know-no-transport',
    'a use case imports the HTTP library',
    { [`${modules}/leasing/leases/extend-lease.ts`]: `import 'hono'\n` },
  ],
  [
    'use-cases-know-no-transport',
    'a use case imports the HTTP platform',
    { [`${modules}/leasing/leases/extend-lease.ts`]: `import '../../../platform/http/route.ts'\n` },
  ],
  [
    'entry-knows-no-transport',
    'the entry imports the HTTP platform',
    { [`${platform}/entry/admit.ts`]: `import '../http/route.ts'\n` },
  ],
  [
    'apps-import-no-app',
    'the CLI imports the server',
    {
      'apps/server/src/config.ts': '',
      'apps/cli/src/main.ts': `import '../../server/src/config.ts'\n`,
    },
  ],
  [
    'apps-import-no-app',
    "another app uses the command line's door",
    { 'apps/edge/src/main.ts': `import '../../server/src/operator.ts'\n` },
  ],
  [
    'packages-import-no-app',
    'a package imports an app',
    { 'packages/client/src/index.ts': `import '../../../apps/cli/src/main.ts'\n` },
  ],
  ['kit-imports-nothing', 'kit imports Node', { 'packages/kit/src/index.ts': `import 'node:crypto'\n` }],
  ['kit-imports-nothing', 'kit imports a library', { 'packages/kit/src/index.ts': `import 'hono'\n` }],
  [
    'edge-imports-no-node',
    'the edge imports Node',
    { 'apps/edge/src/main.ts': `import { join } from 'node:path'\n` },
  ],
  ['resolvable', 'an import of nothing', { 'apps/cli/src/main.ts': `import './missing.ts'\n` }],
  ['declared', 'a library that package.json lacks', { 'apps/server/src/log.ts': `import 'chalk'\n` }],
]

test('the lawful tree breaks no rule', async () => {
  expect(await broken({})).toEqual([])
})

test.each(violations)('%s is seen to fail: %s', async (rule, _what, files) => {
  expect(await broken(files)).toEqual([rule])
})

test('every rule has been seen to fail', () => {
  const rules = new Set((config.forbidden ?? []).map(({ name }) => name ?? ''))
  expect([...rules].toSorted()).toEqual([...new Set(violations.map(([rule]) => rule))].toSorted())
})
