import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, say } from './say.mjs'

/** A hash of files and of all that is in folders, by name and content. Costs the reading of them. */
export function hashOf(/** @type {readonly string[]} */ sources) {
  const hash = createHash('sha256')
  for (const path of sources.flatMap((source) => filesOf(source)).sort())
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  return hash.digest('hex')
}

const isTest = (/** @type {string} */ name) => /\.test\.tsx?$/.test(name)

/** The files of a folder, or the one file; none when there is no such path. @returns {string[]} */
function filesOf(/** @type {string} */ path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (/\.\w+$/.test(path)) return [path]
  return readdirSync(full, { withFileTypes: true })
    .filter(({ name }) => name !== 'dist' && name !== 'node_modules' && !isTest(name))
    .flatMap((entry) => (entry.isDirectory() ? filesOf(`${path}/${entry.name}`) : [`${path}/${entry.name}`]))
}

/** Runs a script of ours that builds something; resolves to its exit code. */
export function runBuild(/** @type {string} */ node, /** @type {string[]} */ ...[script = '', ...args]) {
  const child = spawn(node, [join(root, script), ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return new Promise((/** @type {(code: number) => void} */ resolve) => {
    child.once('error', (error) => {
      say({ zh: `无法启动 ${node}：${error.message}`, en: `cannot start ${node}: ${error.message}` })
      resolve(1)
    })
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

export const secondsSince = (/** @type {number} */ began) => Math.round((Date.now() - began) / 1000)
