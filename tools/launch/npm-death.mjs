import { readFileSync } from 'node:fs'

/** Calls back once when the npm that started this process is gone: killed outright, it can't pass that on. */
export function whenNpmDies(/** @type {() => void} */ stop) {
  if (!process.env['npm_lifecycle_event']) return
  const parent = process.ppid
  const npm = npmAbove(parent)
  const polling = setInterval(() => {
    if (process.ppid === parent && isAlive(npm)) return
    clearInterval(polling)
    stop()
  }, 1000)
  polling.unref()
}

/** The pid of npm, which may have a shell between itself and us; where that can't be seen, our parent's. */
function npmAbove(/** @type {number} */ parent) {
  for (let pid = parent; pid > 1;) {
    const above = statOf(pid)
    if (!above) return parent
    if (above.name.startsWith('npm')) return pid
    pid = above.parent
  }
  return parent
}

function statOf(/** @type {number} */ pid) {
  try {
    const [, name = '', parent] =
      /^\d+ \((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return { name, parent: Number(parent) }
  } catch {
    return undefined // no /proc: not Linux
  }
}

/** Whether a process of this number runs. */
export function isAlive(/** @type {number} */ pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH'
  }
}
