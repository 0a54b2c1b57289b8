import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { sampleTree } from './testing.ts'

/** A server that says what befalls it, in a file: its output ends with the launcher. */
const server = `
import { appendFileSync } from 'node:fs'
const note = (text: string) => appendFileSync('notes.txt', text + '\\n')
const end = (text: string) => setTimeout(() => (note(text), process.exit(0)), 200)
process.on('SIGTERM', () => end('stopped'))
process.on('disconnect', () => end('left alone'))
process.on('exit', () => note('gone'))
note('up')
const [code] = process.argv.slice(2)
if (code) process.exit(Number(code))
setInterval(() => {}, 1000)
`

/** An npm that installs nothing but notes what it was asked. */
const npm = `
const { appendFileSync, mkdirSync } = require('node:fs')
mkdirSync('node_modules', { recursive: true })
appendFileSync('npm.txt', process.argv.slice(2, 4).join(' ') + '\\n')
setTimeout(() => process.exit(Number(process.env.NPM_FAILS ?? 0)), Number(process.env.NPM_TAKES ?? 0))
`

async function aCheckout() {
  const folder = await sampleTree({
    'package-lock.json': '{}',
    'apps/server/src/main.ts': server,
    'tools/check.ts': '',
    'bin/npm-cli.js': npm,
  })
  for (const path of ['launch.mjs', 'launch']) {
    await cp(join(import.meta.dirname, path), join(folder, 'tools', path), { recursive: true })
  }
  const launch = (args: string[], env: Record<string, string> = {}) => {
    const { npm_lifecycle_event: _npm, ...inherited } = process.env
    const child = spawn(process.execPath, [join(folder, 'tools/launch.mjs'), ...args], {
      cwd: folder,
      env: { ...inherited, npm_execpath: join(folder, 'bin/npm-cli.js'), LANG: 'zh_CN.UTF-8', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    return child
  }
  const notes = (file = 'notes.txt') => readFile(join(folder, file), 'utf8').catch(() => '')
  return { folder, launch, notes }
}

const exitCode = async (child: ChildProcess) => ((await once(child, 'exit')) as [number | null])[0]
const expectSoon = async (file: () => Promise<string>, part: string) => {
  for (let tries = 0; tries < 100 && !(await file()).includes(part); tries++) await sleep(50)
  expect(await file()).toContain(part)
}

test('dependencies are installed once, again when the lockfile changed, and with tools when tools are needed', async () => {
  const { folder, launch, notes } = await aCheckout()
  for (const task of [['start', '0'], ['start', '0'], ['check'], ['start', '0']]) {
    expect(await exitCode(launch(task))).toBe(0)
  }
  expect(await notes('npm.txt')).toBe('ci --omit=dev\nci --include=dev\n')
  await writeFile(join(folder, 'package-lock.json'), '{ "changed": true }')
  expect(await exitCode(launch(['start', '0']))).toBe(0)
  expect(await notes('npm.txt')).toBe('ci --omit=dev\nci --include=dev\nci --include=dev\n')
})

test('two that start at once install one after the other, also after one was killed meanwhile', async () => {
  const { folder, launch, notes } = await aCheckout()
  const both = [launch(['start', '0'], { NPM_TAKES: '500' }), launch(['start', '0'], { NPM_TAKES: '500' })]
  expect(await Promise.all(both.map(exitCode))).toEqual([0, 0])
  expect(await notes('npm.txt')).toBe('ci --omit=dev\n')
  // What a killed one leaves: the number of a process that is gone.
  await writeFile(join(folder, '.lessor-installing'), '99999999')
  await writeFile(join(folder, 'package-lock.json'), '{ "changed": true }')
  expect(await exitCode(launch(['start', '0']))).toBe(0)
  expect(await notes('npm.txt')).toBe('ci --omit=dev\nci --omit=dev\n')
})

test('a failed install is reported in both languages, and retried the next time', async () => {
  const { launch, notes } = await aCheckout()
  const failing = launch(['start', '0'], { NPM_FAILS: '7' })
  const [code, said] = await Promise.all([exitCode(failing), text(failing.stderr)])
  expect(code).toBe(1)
  expect(said).toContain('安装失败（npm 退出码 7）')
  expect(said).toContain('install failed (npm exited with 7)')
  expect(await exitCode(launch(['start', '0']))).toBe(0)
  expect(await notes('npm.txt')).toBe('ci --omit=dev\nci --omit=dev\n')
})

test("the task's exit code is the launcher's; an unknown task is refused", async () => {
  const { launch } = await aCheckout()
  expect(await exitCode(launch(['start', '3']))).toBe(3)
  expect(await exitCode(launch(['strat']))).toBe(2)
})

test('a stopped launcher ends after its task has ended cleanly', async () => {
  const { launch, notes } = await aCheckout()
  const launcher = launch(['start'])
  await expectSoon(notes, 'up')
  launcher.kill('SIGTERM')
  expect(await exitCode(launcher)).toBe(0)
  expect(await notes()).toContain('stopped')
})

test('a killed launcher leaves nothing running', async () => {
  const { launch, notes } = await aCheckout()
  const launcher = launch(['start'])
  await expectSoon(notes, 'up')
  launcher.kill('SIGKILL')
  await expectSoon(notes, 'left alone')
  await expectSoon(notes, 'gone')
})
