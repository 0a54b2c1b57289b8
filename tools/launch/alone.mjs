import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from './npm-death.mjs'
import { root, say } from './say.mjs'

// Beside node_modules, which an install removes first.
const lockPath = join(root, '.lessor-installing')
// A process number may be another program's by now, or that of another container.
const longestMs = 15 * 60_000

/**
 * Works while no other launcher of this folder does: two installs at once delete each other's files. Waits for it, and says so.
 * @template T
 */
export async function alone(/** @type {() => Promise<T>} */ work) {
  for (let waited = false; !take(); waited = true) {
    if (!waited)
      say({
        zh: '另一个命令正在此目录安装依赖，等待其完成…',
        en: 'another command installs the dependencies of this folder, waiting for it...',
      })
    await sleep(300)
  }
  try {
    return await work()
  } finally {
    rmSync(lockPath, { force: true })
  }
}

function take() {
  try {
    writeFileSync(lockPath, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    // Where nothing can be written, the install says why.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') return true
  }
  if (!isHeld()) rmSync(lockPath, { force: true })
  return false
}

/** Whether the one who made the lock still works. */
function isHeld() {
  try {
    if (Date.now() - statSync(lockPath).mtimeMs > longestMs) return false
    const pid = Number(readFileSync(lockPath, 'utf8'))
    // Half a number: it is being written.
    return pid === 0 || isAlive(pid)
  } catch {
    return false // released just now
  }
}
