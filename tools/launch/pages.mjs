import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, say } from './say.mjs'

const notePath = join(root, 'node_modules/.lessor-pages.json')
const webApps = ['admin', 'portal', 'status-page']
const sources = [
  ...webApps.map((name) => `apps/${name}`),
  'packages/contract/src',
  'packages/kit/src',
  'packages/status/src',
  'packages/ui/src',
  'package-lock.json',
  'tools/build.ts',
]

/** Builds the web apps' pages when one is missing or older than its sources; costs a hash of those otherwise. */
export async function ensurePages(/** @type {string} */ node) {
  if (built().length === 0) return
  const hash = hashOfSources()
  if (lastBuilt() === hash && built().every((page) => existsSync(page))) return
  say('正在构建网页…', 'building the pages...')
  const started = Date.now()
  const code = await build(node)
  if (code !== 0) {
    say(`网页构建失败（退出码 ${code}）`, `the pages could not be built (exit code ${code})`)
    process.exit(1)
  }
  writeFileSync(notePath, JSON.stringify({ hash }))
  const seconds = Math.round((Date.now() - started) / 1000)
  say(`网页已就绪，用时 ${seconds} 秒`, `pages ready after ${seconds} s`)
}

/** The pages that a build leaves behind: one for each app that there is. */
const built = () =>
  webApps
    .filter((name) => existsSync(join(root, 'apps', name, 'index.html')))
    .map((name) => join(root, 'apps', name, 'dist/index.html'))

function lastBuilt() {
  try {
    return /** @type {{ hash: string }} */ (JSON.parse(readFileSync(notePath, 'utf8'))).hash
  } catch {
    return undefined // no note, or half a note: the same as never built
  }
}

function hashOfSources() {
  const hash = createHash('sha256')
  for (const path of sources.flatMap((source) => filesOf(source)).sort())
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  return hash.digest('hex')
}

/** The files of a folder, or the one file; none when there is no such path. @returns {string[]} */
function filesOf(/** @type {string} */ path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (/\.\w+$/.test(path)) return [path]
  return readdirSync(full, { withFileTypes: true })
    .filter(({ name }) => name !== 'dist' && name !== 'node_modules')
    .flatMap((entry) => (entry.isDirectory() ? filesOf(`${path}/${entry.name}`) : [`${path}/${entry.name}`]))
}

function build(/** @type {string} */ node) {
  const child = spawn(node, [join(root, 'tools/build.ts')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return new Promise((/** @type {(code: number) => void} */ resolve) => {
    child.once('error', (error) => {
      say(`无法启动 ${node}：${error.message}`, `cannot start ${node}: ${error.message}`)
      resolve(1)
    })
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
