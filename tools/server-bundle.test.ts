import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { root } from './checks/run.ts'
import { sampleTree } from './testing.ts'

const main = (words: string) => `
import { appendFileSync } from 'node:fs'
import { kit } from '@lessor/kit'
import { inSources } from './platform/frames.ts'
import { folder, url, fail } from './platform/place.ts'
let stack = ''
try { fail() } catch (error) { stack = error.stack }
const isBundle = /\\/apps\\/server\\/dist\\/[0-9a-f]{16}\\//.test(stack)
const note = { words: ${JSON.stringify(words)}, kit, isBundle, folder, url, frames: inSources(stack) }
appendFileSync('notes.txt', JSON.stringify(note) + '\\n')
`
const place = `
import { join } from 'node:path'
export const folder: string = join(import.meta.dirname, '../other')
export const url: string = import.meta.url
export interface Unused {
  readonly lines: 'that types take'
}
export function fail(): never {
  throw new Error('on purpose')
}
`

interface Note {
  readonly words: string
  readonly kit: string
  readonly isBundle: boolean
  readonly folder: string
  readonly url: string
  readonly frames: string
}

/** A checkout with the real launcher and bundler, and a server that notes what it is and ends. */
async function aCheckout() {
  const folder = await sampleTree(
    {
      'package-lock.json': '{}',
      'package.json': '{ "type": "module" }',
      'apps/server/package.json': '{ "name": "@lessor/server", "type": "module" }',
      'apps/server/src/main.ts': main('first'),
      'apps/server/src/platform/place.ts': place,
      'packages/kit/package.json': '{ "name": "@lessor/kit", "type": "module", "exports": "./src/index.ts" }',
      'packages/kit/src/index.ts': `export const kit = 'first kit'`,
      'bin/npm-cli.js': '',
    },
    { 'node_modules/vite': join(root, 'node_modules/vite'), 'node_modules/@lessor/kit': 'packages/kit' },
  )
  for (const path of ['tools/launch.mjs', 'tools/launch', 'tools/serve.mjs', 'tools/bundle.ts'])
    await cp(join(root, path), join(folder, path), { recursive: true })
  const frames = 'apps/server/src/platform/frames.ts'
  await cp(join(root, frames), join(folder, frames))
  return {
    path: (name: string) => join(folder, name),
    write: (name: string, content: string) => writeFile(join(folder, name), content),
    run: (script: string, env?: Record<string, string>) => run(folder, script, env),
  }
}

/** Runs the server to its end; answers what it noted, and what was said by the way. */
async function run(folder: string, script: string, env: Record<string, string> = {}) {
  const { npm_lifecycle_event: _npm, LESSOR_DEV: _dev, ...inherited } = process.env
  const args = script === 'launch.mjs' ? ['start'] : []
  const child = spawn(process.execPath, [join(folder, 'tools', script), ...args], {
    cwd: folder,
    env: { ...inherited, npm_execpath: join(folder, 'bin/npm-cli.js'), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [[code], said] = await Promise.all([once(child, 'exit'), text(child.stderr)])
  expect(code, said).toBe(0)
  const notes = (await readFile(join(folder, 'notes.txt'), 'utf8')).trim().split('\n')
  return { note: JSON.parse(notes.at(-1) ?? '') as Note, said }
}

// Each bundles for a second or two, on a busy machine for ten.
const patiently = { timeout: 120_000 }

test(
  'the server is bundled once, and again when its sources, a package or the lockfile changed',
  patiently,
  async () => {
    const { path, run, write } = await aCheckout()
    const first = await run('launch.mjs')
    expect(first.note).toMatchObject({ words: 'first', isBundle: true })
    expect(first.said).toContain('server ready')
    expect(await run('launch.mjs')).toMatchObject({ note: first.note, said: '' })
    await write('apps/server/src/main.ts', main('second'))
    expect((await run('launch.mjs')).note).toMatchObject({ words: 'second', isBundle: true })
    await write('packages/kit/src/index.ts', `export const kit = 'second kit'`)
    expect((await run('launch.mjs')).note).toMatchObject({ kit: 'second kit', isBundle: true })
    await write('package-lock.json', '{ "changed": true }')
    expect((await run('launch.mjs')).said).toContain('server ready')
    // Servers may still run from those before, but not from all that there ever were.
    expect(await readdir(path('apps/server/dist'))).toHaveLength(3)
    await write('package-lock.json', '{}')
    const back = await run('launch.mjs')
    expect(back.note).toMatchObject({ kit: 'second kit', isBundle: true })
    expect(back.said).not.toContain('server ready')
  },
)

test('without the launcher a bundle runs while it is fresh, else the sources do', patiently, async () => {
  const { path, run, write } = await aCheckout()
  expect((await run('serve.mjs')).note).toMatchObject({ words: 'first', isBundle: false })
  await run('launch.mjs')
  expect((await run('serve.mjs')).note).toMatchObject({ words: 'first', isBundle: true })
  await write('apps/server/src/main.ts', main('second'))
  expect((await run('serve.mjs')).note).toMatchObject({ words: 'second', isBundle: false })
  expect(await readdir(path('apps/server/dist'))).toHaveLength(1)
})

test('a file of the bundle knows its source, and errors name the sources', patiently, async () => {
  const { path, run } = await aCheckout()
  const { note } = await run('launch.mjs')
  expect(note.isBundle).toBe(true)
  expect(note.folder).toBe(path('apps/server/src/other'))
  expect(note.url).toBe(`file://${path('apps/server/src/platform/place.ts')}`)
  expect(note.frames).toContain(`file://${path('apps/server/src/platform/place.ts')}:9:9`)
  expect(note.frames).toContain(`file://${path('apps/server/src/main.ts')}:7:7`)
})

test('the sources run in development, and where no bundle can be made', patiently, async () => {
  const { run, write } = await aCheckout()
  expect((await run('launch.mjs', { LESSOR_DEV: '1' })).note.isBundle).toBe(false)
  await write('apps/server/dist', 'a file in the way')
  const { note, said } = await run('launch.mjs')
  expect(note).toMatchObject({ words: 'first', isBundle: false })
  expect(said).toContain('its sources run instead')
})

test.each([
  ['a file that could change without a new bundle', `import '../../../packages/stray.ts'`, /lacks \S*packages\/stray\.ts/],
  ['a question that the bundle would answer otherwise', 'console.log(import.meta.filename)', /import\.meta\.filename/],
] as const)('not bundled: %s', patiently, async (_, line, reason) => {
  const { run, write } = await aCheckout()
  await write('packages/stray.ts', `export const stray = 'stray'`)
  await write('apps/server/src/main.ts', `${line}\n${main('first')}`)
  const { note, said } = await run('launch.mjs')
  expect(note).toMatchObject({ words: 'first', isBundle: false })
  expect(said).toMatch(reason)
}) // prettier-ignore
