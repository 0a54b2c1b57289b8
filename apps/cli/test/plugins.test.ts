import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newInstallation, type Installation } from './installation.ts'

// The plugin commands that need no installation, as child processes in an empty folder.
let here: Installation
beforeAll(async () => {
  here = await newInstallation()
})
afterAll(() => here.remove())

const shipped = join(import.meta.dirname, '../../../plugins')

const plugins = (await readdir(shipped)).filter((name) => name.endsWith('.js'))

test.each(plugins)('%s, which we ship, is right', async (file) => {
  const { code, out, err } = await here.lessor(['plugin', 'test', join(shipped, file)])
  const wrong = out.split('\n').filter((line) => line.startsWith('✗'))
  expect({ code, err, wrong }).toEqual({ code: 0, err: expect.stringContaining(file.replace('.js', '')), wrong: [] })
  const tried = file.startsWith('notifier') ? '✓ delivers a notice' : '✓ start shows no code to pay when'
  expect(out).toContain(tried)
}) // prettier-ignore

test('the plugin that the SDK shows is right as it stands there', async () => {
  const docs = await readFile(join(import.meta.dirname, '../../../packages/plugin-sdk/README.md'), 'utf8')
  const [, source = ''] = /```js\n([\s\S]*?)```/.exec(docs) ?? []
  await writeFile(join(here.dir, 'notifier-docs.js'), source)
  expect(await here.lessor(['plugin', 'test', 'notifier-docs.js'])).toMatchObject({ code: 0 })
})

test('a plugin is begun, never over another one, and tried', async () => {
  expect(await here.lessor(['plugin', 'new', 'notifier-mine'])).toMatchObject({ code: 0 })
  const again = await here.lessor(['plugin', 'new', 'notifier-mine'])
  expect(again).toMatchObject({
    code: 1,
    err: expect.stringContaining('notifier-mine.js exists already') as string,
  })
  expect(await here.lessor(['plugin', 'test', 'notifier-mine.js'])).toMatchObject({ code: 0 })
  expect(await here.lessor(['plugin', 'new', '../evil'])).toMatchObject({ code: 2 })
})

test('what is wrong is named with file and line, or by what was tried, and ends with 1', async () => {
  const source = await readFile(join(here.dir, 'notifier-mine.js'), 'utf8')
  const write = (text: string) => writeFile(join(here.dir, 'wrong.js'), text)
  await write(source.replace('const answer =', 'const answer = ='))
  const line = source.slice(0, source.indexOf('const answer =')).split('\n').length
  const broken = await here.lessor(['plugin', 'test', 'wrong.js'])
  expect(broken).toMatchObject({ code: 1, out: expect.stringMatching(new RegExp(`^wrong\\.js:${line}:`)) as string })
  await write(source.replace('if (answer.status !== 200)', 'if (answer.status === 999)'))
  const careless = await here.lessor(['plugin', 'test', 'wrong.js'])
  expect(careless).toMatchObject({ code: 1, out: expect.stringContaining('✗ does not say it was delivered when it answers 500') as string })
  const json = await here.lessor(['plugin', 'test', 'wrong.js', '--json'])
  const rows = json.out.trim().split('\n').map((row) => JSON.parse(row) as { kind: string })
  expect(rows[0]).toMatchObject({ kind: 'manifest', manifest: { id: 'notifier-mine' } })
  expect(await here.lessor(['plugin', 'test', 'absent.js'])).toMatchObject({ code: 1 })
}) // prettier-ignore
