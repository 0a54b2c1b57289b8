import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { call, ownerCookie, type Answer, type Loose } from '../../../../test/calls.ts'
import { testAppForThis } from '../../../../test/harness.ts'
import { pluginJobs } from './jobs.ts'
import {
  both,
  folderForThis,
  newInterface,
  notifier,
  open,
  pluginSource,
  send,
  type Open,
} from './testing.ts'

describe('a scan', () => {
  test('stores new versions, the newest of a plugin takes over, and the next call runs it', async () => {
    const one = await open()
    await one.put('a.js', notifier(`return 'first'`))
    expect(await one.scan()).toMatchObject([
      { name: 'a.js', state: 'stored', version: '1.0.0', problem: null },
    ])
    const { id } = await newInterface(one, 'notifier-test')
    expect(await send(one, id)).toEqual({ kind: 'answer', value: 'first' })
    await one.put('a.js', notifier(`return 'second'`, { version: '1.10.0' }))
    await one.scan()
    expect(await send(one, id)).toEqual({ kind: 'answer', value: 'second' })
    await one.put('a.js', notifier(`return 'older'`, { version: '1.9.0' }))
    await one.scan()
    expect(await send(one, id)).toEqual({ kind: 'answer', value: 'second' })
    const { data } = await one.at('GET /api/admin/plugin-versions?plugin=notifier-test&sort=created_at')
    expect(data.items.map(({ version, active }: Loose) => [version, active])).toEqual([
      ['1.0.0', false],
      ['1.10.0', true],
      ['1.9.0', false],
    ])
    const logged = await one.at('GET /api/admin/logs/audit?action=plugins.version_stored')
    expect(logged.data.items).toHaveLength(3)
  })

  test('stores its answers, whatever the scripts say', async () => {
    const one = await open()
    const zero = String.raw`\0`
    await one.put('a.js', pluginSource(`throw new Error('a${zero}b')`, { id: 'notifier-zero' }))
    await one.put(
      'b.js',
      pluginSource(`throw new Error(String.fromCharCode(0xd800))`, { id: 'notifier-half' }),
    )
    const exporting = `export async function send() {}; export { send as "a${zero}b" }`
    await one.put('c.js', pluginSource(exporting, { id: 'notifier-named' }))
    await one.put('d.js', '/* lessor-plugin 😀 */')
    const files = await one.scan()
    expect(files.map(({ state }) => state)).toEqual(['problem', 'problem', 'stored', 'problem'])
  })

  test('happens when the server starts, and reads both folders', async () => {
    const [folder, shipped] = [await folderForThis(), await folderForThis()]
    await writeFile(join(folder, 'mine.ts'), notifier(`return 1 as number`, { id: 'notifier-mine' }))
    await writeFile(join(shipped, 'theirs.js'), notifier(`return 1`, { id: 'notifier-theirs' }))
    const env = { LESSOR_PLUGINS_PLUGINS_DIR: folder }
    const app = await testAppForThis({ shippedPlugins: shipped, env })
    const cookie = await ownerCookie(app)
    const plugins = async () => (await call(app, 'GET /api/admin/plugins', { cookie })).data.items
    await expect.poll(plugins, { timeout: 15_000 }).toMatchObject([
      { plugin: 'notifier-mine', origin: 'folder', interfaces: 0 },
      { plugin: 'notifier-theirs', origin: 'shipped', interfaces: 0 },
    ])
  })

  test('stores all that Lessor ships', async () => {
    const shipped = join(import.meta.dirname, '../../../../../../plugins')
    const app = await testAppForThis({ shippedPlugins: shipped })
    const cookie = await ownerCookie(app)
    const { files } = (await call(app, 'POST /api/admin/plugin-files/scan', { cookie })).data
    expect(files.length).toBeGreaterThan(1)
    expect(files.filter(({ state }: Loose) => state !== 'stored')).toEqual([])
  })

  test('takes TypeScript, whose errors name the line as written', async () => {
    const one = await open()
    await one.put('a.ts', pluginSource(`type Input = { readonly text: string }\nexport const send = (input: Input): never => {\n  throw new Error(input.text)\n}`))
    await one.scan()
    const { id } = await newInterface(one, 'notifier-test')
    const line = (await one.at('GET /api/admin/plugins/notifier-test')).data.source.split('\n').findIndex((text: string) => text.includes('throw'))
    expect(await send(one, id, { text: 'no' })).toMatchObject({ kind: 'failed', reason: 'Error: no', place: { line: line + 1 } })
  }) // prettier-ignore

  test('lists what is wrong with each file, with its line, and stops at none', async () => {
    const one = await open()
    const lineOf = (source: string, part: string) =>
      source.split('\n').findIndex((line) => line.includes(part)) + 1
    const sources: Record<string, [source: string, reason: RegExp, part?: string]> = {
      'b-syntax.js': [notifier(`return (`, { id: 'b' }), /can’t be loaded/, 'return ('],
      'c-loop.js': [pluginSource(`export const send = () => {}\nfor (;;);`, { id: 'c' }), /processor time/],
      'd-kind.js': [notifier('', { id: 'd', kind: 'other' }), /kind: Must be one of: notifier/, '"kind"'],
      'e-id.js': [notifier('', { id: 'Not An Id' }), /id: Lower-case/, '"id"'],
      'f-version.js': [notifier('', { id: 'f', version: '1.2' }), /version: Like 1.2.0/, '"version"'],
      'g-field.js': [notifier('', { id: 'g', config: [{ key: 'a', type: 'text' }] }), /config\.0\.label: Required/, '    {'],
      'h-extra.js': [notifier('', { id: 'h', more: { colour: 'red' } }), /colour: Unknown field/, 'colour'],
      'i-host.js': [notifier('', { id: 'i', hosts: ['{nowhere}'] }), /hosts\.0: No field/, 'nowhere'],
      'j-none.js': ['export const send = () => 1', /first comment must be the manifest/],
      'k-json.js': ['/* lessor-plugin {\n  "id": "k",,\n} */', /no JSON/, ',,'],
      'l-exports.js': [pluginSource('export const sent = 1', { id: 'l' }), /lacks send/],
      'm-enum.ts': [pluginSource('export const send = () => 1\nenum A { x }', { id: 'm' }), /enum/, 'enum A'],
      'n-deep.ts': [pluginSource('('.repeat(100_000), { id: 'n' }), /nested/],
      'o-memory.js': [pluginSource(`export const send = [new Array(1e9).fill(0)]`, { id: 'o' }), /memory|processor time|pause/],
      'p-default.js': [notifier('', { id: 'p', config: [{ key: 'a', type: 'secret', label: both('A'), default: 'x' }] }), /default/, '"default"'],
    } // prettier-ignore
    for (const [name, [source]] of Object.entries(sources)) await one.put(name, source)
    await one.put('large.js', Buffer.alloc(100 * 1024 * 1024, 'a'))
    await one.put('latin.js', Buffer.from([0x2f, 0x2a, 0xff, 0xfe]))
    await one.put('old.rn', 'pub fn send() {}')
    await one.put('z-good.js', notifier(`return 'well'`, { id: 'notifier-good' }))
    await symlink('/nowhere', join(one.folder, 'broken.js'))
    const files = await one.scan()
    const of = (name: string) => files.find((file) => file.name === name)
    for (const [name, [source, reason, part]] of Object.entries(sources)) {
      expect(of(name), name).toMatchObject({ state: 'problem', problem: { line: expect.any(Number) } })
      expect(of(name).problem.message.en, name).toMatch(reason)
      expect(of(name).problem.message.zh, name).toMatch(/[\u4e00-\u9fff]/)
      if (part) expect(of(name).problem.line, name).toBe(lineOf(source, part))
    }
    expect(of('large.js')).toMatchObject({ state: 'problem', problem: { message: { zh: '脚本不能超过 256 KB。' } } })
    expect(of('latin.js').problem.message.en).toBe('Not UTF-8 text')
    expect(of('broken.js').problem.message.en).toBe('Can’t be read (ENOENT)')
    expect(of('old.rn')).toMatchObject({ state: 'rustbill', problem: { message: { en: 'A RustBill script, not run here' } } })
    expect(of('z-good.js')).toMatchObject({ state: 'stored', problem: null })
    const { id } = await newInterface(one, 'notifier-good')
    expect(await send(one, id)).toEqual({ kind: 'answer', value: 'well' })
    expect((await one.at('GET /api/admin/plugins')).data.items).toHaveLength(1)
    expect((await one.at('GET /api/admin/plugin-files')).data.files).toEqual(files)
  }, 60_000) // prettier-ignore

  test('leaves a stored version alone whose file was changed without another number, and one of another kind', async () => {
    const one = await open()
    await one.put('a.js', notifier(`return 1`))
    await one.scan()
    await one.put('a.js', notifier(`return 2`))
    const other = pluginSource('', { kind: 'gateway', version: '2.0.0' })
    await one.put('b.js', other)
    const [a, b] = await one.scan()
    expect(a.problem.message.en).toContain('Raise the version')
    expect(b.problem.message.en).toContain('is a notifier')
    expect((await one.at('GET /api/admin/plugins/notifier-test')).data).toMatchObject({ version: '1.0.0' })
  })

  test('of two processes at once stores each version once', async () => {
    const one = await open()
    const { folder, shipped, app } = one
    const env = { LESSOR_PLUGINS_PLUGINS_DIR: folder }
    const beside = await testAppForThis({ beside: app, shippedPlugins: shipped, env })
    for (let i = 0; i < 3; i++) await one.put(`${i}.js`, notifier('', { id: `notifier-${i}` }))
    const scans = [app, beside].map(({ url }) => call({ url }, 'POST /api/admin/plugin-files/scan', { cookie: one.cookie }))
    for (const { status } of await Promise.all(scans)) expect(status).toBe(200)
    expect((await one.at('GET /api/admin/plugin-versions')).data.items).toHaveLength(3)
  }) // prettier-ignore

  test('by the task loads no script again that was refused, until it changes', async () => {
    const one = await open()
    await one.put('a.js', pluginSource('throw 1'))
    const [before] = await one.scan()
    const cmd = one.app.command({ kind: 'system', name: 'task' })
    const task = async () => (await pluginJobs[0]?.run(cmd, new AbortController().signal)) as Loose
    await one.app.services.pluginHost.stop()
    expect((await task())[0]).toMatchObject({
      state: 'problem',
      problem: { message: before.problem.message },
    })
    await one.put('a.js', pluginSource('throw 2'))
    expect((await task())[0].problem.message.en).toContain('busy')
  })

  test('is for those who edit plugins', async () => {
    const { app } = await open()
    expect(await call(app, 'POST /api/admin/plugin-files/scan')).toMatchObject({ status: 401 })
  })
})

describe('a script that is saved in the console', () => {
  const save = async (one: Open, source: string, baseId?: string): Promise<Answer> => {
    const base_id = baseId ?? (await one.at('GET /api/admin/plugins/notifier-test')).data.id
    return one.at('POST /api/admin/plugins/notifier-test/versions', { source, base_id })
  }

  test('serves the next call on every process without a restart, and so does one that is rolled back to', async () => {
    const one = await open()
    const beside = await testAppForThis({ beside: one.app })
    const first = await one.at('POST /api/admin/plugins', { source: notifier(`return 'first'`) })
    expect(first).toMatchObject({ status: 200, data: { version: '1.0.0+console.1', active: true, created_by: 'owner' } })
    const { id } = await newInterface(one, 'notifier-test')
    const both = async () => [await send(one, id), await send({ app: beside }, id)]
    const answers = (value: string) => [{ kind: 'answer', value }, { kind: 'answer', value }]
    expect(await both()).toEqual(answers('first'))
    for (const text of ['second', 'third']) {
      await save(one, notifier(`return '${text}'`))
      expect(await both()).toEqual(answers(text))
    }
    const rolled = await one.at(`POST /api/admin/plugin-versions/${first.data.id}/activate`)
    expect(rolled.data).toMatchObject({ id: first.data.id, active: true })
    expect(await both()).toEqual(answers('first'))
    const versions = (await one.at('GET /api/admin/plugin-versions?plugin=notifier-test')).data.items
    expect(versions.map(({ version }: Loose) => version)).toEqual(['1.0.0+console.3', '1.0.0+console.2', '1.0.0+console.1'])
    const logged = await one.at('GET /api/admin/logs/audit?action=plugins.version_activated')
    expect(logged.data.items).toMatchObject([{ before: { active: '1.0.0+console.3' }, after: { active: '1.0.0+console.1' } }])
  }) // prettier-ignore

  test('stays active against a file of the same version, and gives way to a newer one', async () => {
    const one = await open()
    await one.put('a.js', notifier(`return 1`, { version: '1.2.0' }))
    await one.scan()
    await save(one, notifier(`return 2`, { version: '1.2.0' }))
    await one.put('b.js', notifier(`return 3`, { version: '1.1.9' }))
    await one.scan()
    const active = async () => (await one.at('GET /api/admin/plugins/notifier-test')).data.version
    expect(await active()).toBe('1.2.0+console.1')
    await one.put('b.js', notifier(`return 4`, { version: '1.3.0' }))
    await one.scan()
    expect(await active()).toBe('1.3.0')
  })

  test('is refused with every problem and its line, and the active one goes on', async () => {
    const one = await open()
    await one.at('POST /api/admin/plugins', { source: notifier(`return 1`) })
    const wrong = await save(one, notifier('return 1', { version: 'x', kind: 'y' }))
    expect(wrong).toMatchObject({ status: 400, code: 'script_refused' })
    expect(wrong.errors?.map(({ message }) => message)).toEqual([
      '第 3 行：kind：须为以下之一：notifier、gateway、upstream、provider',
      '第 4 行：version：格式如 1.2.0（semver.org）',
    ])
    const { data } = await one.at('POST /api/admin/plugin-scripts/check', { source: notifier(`const a = 1\n  function (`) })
    expect(data).toMatchObject({ manifest: null, problems: [{ line: 15, column: 12 }] })
    for (const [source, code] of [
      [notifier('', { id: 'notifier-other' }), 'script_refused'],
      [pluginSource('', { kind: 'gateway' }), 'script_refused'],
      ['x'.repeat(256 * 1024 + 1), 'validation_failed'],
    ]) expect(await save(one, source!)).toMatchObject({ status: 400, code })
    expect(await one.at('POST /api/admin/plugins', { source: notifier('') })).toMatchObject({ code: 'plugin_exists' })
    expect((await one.at('GET /api/admin/plugin-versions')).data.items).toHaveLength(1)
  }) // prettier-ignore

  test('is refused where somebody else saved meanwhile', async () => {
    const one = await open()
    const { data } = await one.at('POST /api/admin/plugins', { source: notifier(`return 1`) })
    const saves = await Promise.all([2, 3].map((n) => save(one, notifier(`return ${n}`), data.id)))
    expect(saves.map(({ code }) => code).toSorted()).toEqual([0, 'plugin_changed'])
  })
})
