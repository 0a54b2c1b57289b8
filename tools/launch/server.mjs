import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf, runBuild, secondsSince } from './build.mjs'
import { root, say } from './say.mjs'

const script = 'tools/bundle.ts'
const bundles = join(root, 'apps/server/dist')
const fromSources = join(root, 'apps/server/src/main.ts')

/** What a bundle is made of. `tools/bundle.ts` refuses to put anything else of ours into one. */
export const serverSources = [
  'apps/server/src',
  'apps/server/package.json',
  ...['kit', 'plugin-sdk', 'status'].flatMap((name) => [
    `packages/${name}/src`,
    `packages/${name}/package.json`,
  ]),
  'package-lock.json',
  script,
]

/** The folder's name is the hash of what the bundle was made of: one that is older than the sources is never found. */
const current = () => join(bundles, hashOf(serverSources).slice(0, 16))

const mainOf = (/** @type {string} */ folder) => join(folder, 'main.js')

// Development runs what was just written.
const isWanted = () => !process.env['LESSOR_DEV'] && existsSync(join(root, script))

/** What starts the server: its bundle, or the sources where there is none of them. */
export function serverEntry() {
  const main = isWanted() ? mainOf(current()) : fromSources
  return existsSync(main) ? main : fromSources
}

/** Bundles the server when it isn't, as it is now; answers what starts it. The sources do where no bundle can be made. */
export async function ensureServer(/** @type {string} */ node) {
  if (!isWanted()) return fromSources
  const folder = current()
  if (existsSync(mainOf(folder))) return mainOf(folder)
  say({ zh: '正在打包服务端…', en: 'bundling the server...' })
  const began = Date.now()
  const fresh = join(bundles, `unfinished-${process.pid}`)
  try {
    const code = await runBuild(node, script, fresh)
    if (code !== 0) throw new Error(`${script}: exit code ${code}`)
    place(fresh, folder)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    say({
      zh: `服务端打包失败，将直接运行源码：${why}`,
      en: `no bundle of the server, its sources run instead: ${why}`,
    })
    return fromSources
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
  const seconds = secondsSince(began)
  say({ zh: `服务端已就绪，用时 ${seconds} 秒`, en: `server ready after ${seconds} s` })
  return mainOf(folder)
}

function place(/** @type {string} */ fresh, /** @type {string} */ folder) {
  try {
    renameSync(fresh, folder)
  } catch (error) {
    if (!existsSync(mainOf(folder))) throw error // another launcher made the same one meanwhile
  }
  removeOld()
}

/** A server that still runs may read more of the bundle that it was started from: some stay. */
function removeOld() {
  const madeAt = (/** @type {string} */ name) => statSync(join(bundles, name)).mtimeMs
  const old = readdirSync(bundles)
    .filter((name) => /^[0-9a-f]{16}$/.test(name))
    .toSorted((one, other) => madeAt(other) - madeAt(one))
    .slice(3)
  for (const name of old) rmSync(join(bundles, name), { recursive: true, force: true })
}
