import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './alone.mjs'
import { both, root, say } from './say.mjs'

/** @typedef {'production' | 'full'} Mode */

const notePath = join(root, 'node_modules/.lessor-install.json')

/** What the last install noted: the lockfile it followed, and whether development tools came along. */
function lastInstall() {
  try {
    return /** @type {{ lock: string, mode: Mode }} */ (JSON.parse(readFileSync(notePath, 'utf8')))
  } catch {
    return undefined // no note, or half a note: the same as never installed
  }
}

/** Makes node_modules match package-lock.json; costs one hash when it already does. Exits when npm fails. */
export async function ensureInstalled(/** @type {Mode} */ needed) {
  if (!lacking(needed)) return
  const code = await alone(async () => {
    // The one that we waited for may have done it.
    const wanted = lacking(needed)
    if (!wanted) return 0
    const code = await install(wanted.mode)
    if (code === 0) writeFileSync(notePath, JSON.stringify(wanted))
    return code
  })
  if (code !== 0) {
    say({
      zh: `安装失败（npm 退出码 ${code}），请检查网络后重试`,
      en: `install failed (npm exited with ${code}); check the network and try again`,
    })
    process.exit(1)
  }
}

/** What is to be installed; undefined where it is. */
function lacking(/** @type {Mode} */ needed) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const last = lastInstall()
  /** @type {Mode} */
  const mode = last?.mode === 'full' ? 'full' : needed
  return last?.lock === lock && last.mode === mode ? undefined : { lock, mode }
}

/** Runs `npm ci` and shows that it is alive; resolves to its exit code. */
async function install(/** @type {Mode} */ mode) {
  const started = Date.now()
  say({
    zh: '正在安装依赖，首次约需一两分钟…',
    en: 'installing dependencies, a minute or two the first time...',
  })
  const ticking = setInterval(() => progress(started), process.stderr.isTTY ? 1_000 : 10_000)
  const code = await npm(
    mode === 'full' ? '--include=dev' : '--omit=dev',
    '--include=optional',
    // Nothing we depend on needs its install script: binaries come inside the packages.
    '--ignore-scripts',
    '--engine-strict=false',
    '--no-audit',
    '--no-fund',
    '--no-update-notifier',
    '--no-progress',
    '--loglevel=error',
  )
  clearInterval(ticking)
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
  if (code === 0)
    say({
      zh: `依赖已就绪，用时 ${seconds(started)} 秒`,
      en: `dependencies ready after ${seconds(started)} s`,
    })
  return code
}

/** Runs npm itself: the one that started us when there is one, else the one on the PATH. */
function npm(/** @type {string[]} */ ...flags) {
  const cli = process.env['npm_execpath']
  const ours = cli && /npm-cli\.[cm]?js$/.test(cli) ? [process.execPath, cli] : ['npm']
  const [file = 'npm', ...args] = [...ours, 'ci', ...flags]
  const child = spawn(file, args, {
    cwd: root,
    // npm ci says "added N packages" on stdout, which belongs to the task.
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32' && file === 'npm',
  })
  return new Promise((/** @type {(code: number) => void} */ resolve) => {
    child.once('error', (error) => {
      say({ zh: `无法运行 npm：${error.message}`, en: `cannot run npm: ${error.message}` })
      resolve(1)
    })
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

const seconds = (/** @type {number} */ since) => Math.round((Date.now() - since) / 1000)

function progress(/** @type {number} */ started) {
  const line = both({
    zh: `仍在安装… ${seconds(started)} 秒`,
    en: `still installing... ${seconds(started)} s`,
  })
  process.stderr.write(process.stderr.isTTY ? `\r\x1b[Klessor: ${line}` : `lessor: ${line}\n`)
}
