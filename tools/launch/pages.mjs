import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf, runBuild, secondsSince } from './build.mjs'
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
  const hash = hashOf(sources)
  if (lastBuilt() === hash && built().every((page) => existsSync(page))) return
  say({ zh: '正在构建网页…', en: 'building the pages...' })
  const began = Date.now()
  const code = await runBuild(node, 'tools/build.ts')
  if (code !== 0) {
    say({ zh: `网页构建失败（退出码 ${code}）`, en: `the pages could not be built (exit code ${code})` })
    process.exit(1)
  }
  writeFileSync(notePath, JSON.stringify({ hash }))
  const seconds = secondsSince(began)
  say({ zh: `网页已就绪，用时 ${seconds} 秒`, en: `pages ready after ${seconds} s` })
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
