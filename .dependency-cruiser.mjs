// The import rules of ARCHITECTURE.md. tools/boundaries.test.ts sees each of them fail on an injected violation.

import { readFileSync } from 'node:fs'

/** Groups of modules that serve one kind of customer each: none imports another. */
const families = ['vip', 'status', 'relay', 'servers']

const list = readFileSync(new URL('apps/server/src/modules.ts', import.meta.url), 'utf8')

/** Server modules, lowest first, as modules.ts lists them: `people/accounts`. */
export const moduleOrder = [...list.matchAll(/'\.\/modules\/([a-z-]+\/[a-z-]+)\/index\.ts'/g)].map(
  ([, path = '']) => path,
)
export const groupOf = (/** @type {string} */ module) => module.split('/')[0] ?? ''

const src = '^apps/server/src'
const modules = `${src}/modules`
const platform = `${src}/platform`
const test = '[.]test[.]tsx?$|^apps/server/test/'
const npm = (/** @type {string[]} */ ...names) => `(^|/)node_modules/(${names.join('|')})/`
/** Files of these names right in a module's folder. */
const file = (/** @type {string[]} */ ...names) => `${modules}/[^/]+/[^/]+/(${names.join('|')})[.]ts$`
/** The same, in a module's folder or in one inside of it. */
const anywhere = (/** @type {string[]} */ ...names) => `${modules}/.+/(${names.join('|')})[.]ts$`

const transports = ['rest', 'rpc', 'jobs', 'ws', 'sockets', 'present'].flatMap((name) => [
  name,
  `${name}-[a-z-]+`,
])
const wiring = ['index', 'open-[a-z-]+']
const notUseCases = [...wiring, 'table', 'model', 'errors', 'events', 'queries', 'testing', ...transports]
const sqlLibraries = npm('drizzle-orm', 'pg', 'postgres', 'pg-[^/]+')

/** What a module may import: itself, and those below it but other families'. */
const below = (/** @type {string} */ module, /** @type {number} */ at) => [
  module,
  ...moduleOrder
    .slice(0, at)
    .filter((one) => groupOf(one) === groupOf(module) || !isFamily(one) || !isFamily(module)),
]
const isFamily = (/** @type {string} */ module) => families.includes(groupOf(module))

/** One rule for each module: what it imports of other modules lies below it. */
const orderRules = moduleOrder.map((name, at) => ({
  name: 'module-order',
  comment: `${name} imports only modules below it in modules.ts, and none of another family`,
  from: { path: `${modules}/${name}/`, pathNot: test },
  to: { path: `${modules}/(?!(${below(name, at).join('|')})/)` },
}))

/** @type {Omit<import('dependency-cruiser').IRegularForbiddenRuleType, 'severity'>[]} */
const rules = [
  ...orderRules,
  {
    name: 'module-known',
    comment: 'a new module takes its place in the order of modules.ts',
    from: { path: `${modules}/(?!(${moduleOrder.join('|')})/)` },
    to: {},
  },
  {
    name: 'front-door',
    comment: 'a module is entered through its index.ts; only a foreign key names the table of another',
    from: { path: `${modules}/([^/]+/[^/]+)/` },
    to: {
      path: `${modules}/[^/]+/[^/]+/`,
      pathNot: [`${modules}/$1/`, file('index'), file('testing'), file('table')],
    },
  },
  {
    name: 'front-door',
    comment: 'what is not a module enters modules through their index.ts too',
    from: { pathNot: `${modules}/` },
    to: { path: `${modules}/`, pathNot: [file('index'), file('testing')] },
  },
  {
    name: 'foreign-keys-only',
    comment: "another module's table.ts is named by a table.ts alone, for its foreign keys",
    from: { path: `${modules}/([^/]+/[^/]+)/`, pathNot: file('table') },
    to: { path: file('table'), pathNot: `${modules}/$1/` },
  },
  {
    name: 'testing-in-tests',
    comment: 'builders are for tests and for other builders',
    from: { path: `${src}/`, pathNot: [test, '/testing[.]ts$'] },
    to: { path: '/testing[.]ts$' },
  },
  {
    name: 'no-cycles',
    comment: 'neither files nor, by their order, modules import in circles',
    from: {},
    to: { circular: true },
  },
  {
    name: 'platform-knows-no-module',
    from: { path: `${platform}/`, pathNot: test },
    to: { path: `${modules}/` },
  },
  {
    name: 'model-is-pure',
    comment: 'rules run without clock, database, network and logger',
    from: { path: anywhere('model', '[a-z-]+-model') },
    to: {
      path: '.',
      pathNot: ['^packages/kit/', `${modules}/[^/]+/[^/]+/(errors|model|[a-z-]+-model)[.]ts$`],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'model-is-pure',
    comment: 'not even the types of the platform or of SQL',
    from: { path: anywhere('model', '[a-z-]+-model') },
    to: { path: [`${platform}/`, sqlLibraries] },
  },
  {
    name: 'sql-in-queries',
    comment: 'a module says SQL in queries.ts and table.ts',
    from: { path: `${src}/`, pathNot: [test, anywhere('queries', 'table', 'testing'), `${platform}/`] },
    to: { path: [sqlLibraries, `${platform}/statement[.]ts$`] },
  },
  {
    name: 'tables-behind-queries',
    comment: 'rows are read and written through queries.ts; the type of a row may travel',
    from: { path: `${modules}/`, pathNot: [test, anywhere('queries', 'table', 'testing')] },
    to: { path: file('table'), dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'use-cases-open-transactions',
    comment: 'a transport parses, makes one call and presents; it writes nothing itself',
    from: { path: anywhere(...wiring, 'table', 'model', 'errors', 'events', 'queries', ...transports) },
    to: { path: `${platform}/(run-)?transaction[.]ts$`, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'use-cases-know-no-transport',
    from: { path: `${modules}/[^/]+/[^/]+/`, pathNot: [test, anywhere(...notUseCases)] },
    to: {
      path: [
        npm('hono', '@hono', 'ws', '@connectrpc'),
        `${platform}/(http|rpc|jobs)([.]ts$|/)`,
        '^(node:)?https?$',
      ],
    },
  },
  {
    name: 'entry-knows-no-transport',
    comment: 'who calls, the limit, the key and the same site are decided alike for REST and RPC',
    from: { path: `${platform}/entry/`, pathNot: test },
    to: { path: [npm('hono', '@hono', 'ws', '@connectrpc'), `${platform}/(http|rpc)/`, '^(node:)?https?$'] },
  },
  {
    name: 'apps-import-no-app',
    from: { path: '^apps/([^/]+)/', pathNot: ['^apps/cli/', test] },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
  {
    name: 'apps-import-no-app',
    comment: 'the command line calls use cases in its own process, through the door made for it',
    from: { path: '^apps/cli/', pathNot: test },
    to: { path: '^apps/', pathNot: ['^apps/cli/', '^apps/server/src/operator[.]ts$'] },
  },
  {
    name: 'packages-import-no-app',
    from: { path: '^packages/', pathNot: test },
    to: { path: '^(apps|bench|tools|e2e)/' },
  },
  {
    name: 'kit-imports-nothing',
    comment: 'kit is pure, and runs anywhere',
    from: { path: '^packages/kit/src/', pathNot: test },
    to: { pathNot: ['^packages/kit/src/', npm('uuid')] },
  },
  {
    name: 'edge-imports-no-node',
    comment: 'a Worker has no Node',
    from: { path: '^(apps/edge|packages/status)/', pathNot: test },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'resolvable',
    comment: 'what is imported exists',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'declared',
    comment: 'what runs in production is in the dependencies of its own package.json',
    from: { path: '^(apps|packages)/[^/]+/src/', pathNot: [test, '/(testing|test-[a-z-]+)[.]ts$'] },
    to: {
      dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
      dependencyTypesNot: ['type-only'],
    },
  },
]

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: rules.map((rule) => ({ ...rule, severity: 'error' })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(data|bench/out|e2e/out|apps/[^/]+/(dist|[.]wrangler))/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
    reporterOptions: { text: { highlightFocused: true } },
  },
}
