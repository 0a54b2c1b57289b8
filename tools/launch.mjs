#!/usr/bin/env node
// Every npm script starts here, in whatever Node the machine has: what is needed gets installed, a Node that
// runs TypeScript is found, and the task becomes its child. No dependency, because nothing is installed yet.
import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { constants } from 'node:os'
import { ensureInstalled } from './launch/install.mjs'
import { findNode } from './launch/node.mjs'
import { ensurePages } from './launch/pages.mjs'
import { root, say } from './launch/say.mjs'
import { ensureServer } from './launch/server.mjs'
import { whenNpmDies } from './launch/npm-death.mjs'

/** @typedef {(node: string) => Promise<string>} Ensure */
/** @typedef {{ entry: string | Ensure, first?: Ensure, dev?: boolean, pages?: boolean, args?: string[], env?: Record<string, string> }} Task */

/** @type {Record<string, Task>} */
const tasks = {
  start: { entry: ensureServer, pages: true },
  build: { entry: 'tools/build.ts', first: ensureServer },
  dev: { entry: 'tools/dev.ts', dev: true, pages: true, env: { LESSOR_DEV: '1' } },
  try: { entry: 'tools/try.ts', pages: true, env: { LESSOR_DEV: '1' } },
  demo: { entry: 'tools/demo.ts' },
  edge: { entry: 'tools/edge.ts', dev: true, pages: true },
  lessor: { entry: 'apps/cli/src/main.ts' },
  check: { entry: 'tools/check.ts', dev: true },
  test: { entry: 'tools/check.ts', dev: true },
  'test:quick': {
    entry: 'tools/check.ts',
    dev: true,
    args: ['types', 'web-types', 'lint', 'boundaries', 'quick-tests'],
  },
  'test:long': { entry: 'tools/check.ts', dev: true, args: ['tests'], env: { LESSOR_TEST_LONG: '1' } },
  bench: { entry: 'bench/run.ts', dev: true },
  gen: { entry: 'tools/gen.ts', dev: true },
}

// Left alone V8 gives short-lived objects 40 MB more under load, which make a heartbeat 1 or 2 in 100 cheaper, and the C
// library gives each thread a heap of its own: 26 MB more after two minutes (bench/README.md, P10).
const frugal = { NODE_OPTIONS: '--max-semi-space-size=8', MALLOC_ARENA_MAX: '2' }

/** Starts a task with its own arguments; it hears of this process's death by the closing channel. */
async function run(/** @type {string} */ node, /** @type {Task} */ task, /** @type {string[]} */ args) {
  const env = {
    NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compile'),
    ...frugal,
    ...process.env,
    ...task.env,
    PATH: dirname(node) + delimiter + (process.env['PATH'] ?? ''),
  }
  const entry = typeof task.entry === 'string' ? join(root, task.entry) : await task.entry(node)
  const argv = [entry, ...(task.args ?? []), ...args]
  const child = spawn(node, argv, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env })
  child.once('error', (error) => {
    say({ zh: `无法启动 ${node}：${error.message}`, en: `cannot start ${node}: ${error.message}` })
    process.exit(1)
  })
  child.once('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)))
  return child
}

/** Passes signals on and outlives the child, so that whoever waits for this process waits for a clean stop. */
function forwardSignals(/** @type {import('node:child_process').ChildProcess} */ child) {
  process.on('SIGINT', () => child.kill('SIGINT'))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGHUP'))
}

async function main() {
  const [name = '', ...args] = process.argv.slice(2)
  const task = tasks[name]
  if (!task) {
    say({
      zh: `没有这个任务：${name}`,
      en: `no such task: ${name}; there are ${Object.keys(tasks).join(', ')}`,
    })
    process.exit(2)
  }
  await ensureInstalled(task.dev ? 'full' : 'production')
  const node = findNode()
  if (task.pages) await ensurePages(node)
  await task.first?.(node)
  const child = await run(node, task, args)
  forwardSignals(child)
  whenNpmDies(() => child.kill('SIGTERM'))
}

await main()
