import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { call, type Loose } from '../../../../test/calls.ts'
import { staffActor, testAppForThis } from '../../../../test/harness.ts'
import { createInterface } from './interfaces/create-interface.ts'
import { both, newInterface, notifier, open, send, type Open } from './testing.ts'

const fields = [
  { key: 'url', type: 'url', label: both('Address'), required: true },
  { key: 'token', type: 'secret', label: both('Token'), required: true },
  { key: 'extra', type: 'secret', label: both('Extra') },
  { key: 'tries', type: 'number', label: both('Tries'), default: 3, min: 1, max: 9 },
  { key: 'loud', type: 'flag', label: both('Loud') },
  { key: 'level', type: 'choice', label: both('Level'), choices: [{ value: 'low', label: both('Low') }] },
  { key: 'to', type: 'email', label: both('To') },
]
const hosts = ['{url}', 'api.example.com']
const secret = 'a-secret-nobody-sees'

/** Sends what it is given to its address, with its token. */
const posts = notifier(
  `const { url, token, tries } = lessor.config
   const answer = await lessor.fetch(url, { method: 'POST', headers: { authorization: token }, body: 'x' })
   return { status: answer.status, tries, token }`,
  { config: fields, hosts },
)

async function remote() {
  const heard: IncomingHttpHeaders[] = []
  const server = createServer(({ headers }, response) => {
    heard.push(headers)
    response.end('ok')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())))
  return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` }
}

async function opened(source = posts): Promise<Open> {
  const one = await open()
  const { status, errors } = await one.at('POST /api/admin/plugins', { source })
  expect({ status, errors }).toEqual({ status: 200, errors: undefined })
  return one
}

const values = { url: 'https://shop.invalid/hook', token: secret }

describe('an interface', () => {
  test('is called with its values, and its secrets reach the remote host but no script', async () => {
    const { heard, url } = await remote()
    const one = await opened()
    const { id } = await newInterface(one, 'notifier-test', { config: { url, token: secret } })
    const outcome = await send(one, id)
    expect(outcome).toMatchObject({ kind: 'answer', value: { status: 200, tries: 3 } })
    expect(JSON.stringify(outcome)).not.toContain(secret)
    expect(heard).toMatchObject([{ authorization: secret }])
    expect((await one.at('GET /api/admin/plugins')).data.items).toMatchObject([{ interfaces: 1 }])
  })

  test('whose address is a secret may connect there, and shows it nowhere', async () => {
    const { heard, url } = await remote()
    const address = { key: 'address', type: 'secret', label: both('Address'), required: true }
    const source = notifier(`return (await lessor.fetch(lessor.config.address)).status`, {
      ...{ config: [address], hosts: ['{address}'] },
    })
    const one = await opened(source)
    const made = await newInterface(one, 'notifier-test', { config: { address: url } })
    expect(made).toMatchObject({ config: {}, secrets: ['address'], hosts_entered: ['{address}'] })
    expect(JSON.stringify(made)).not.toContain('127.0.0.1')
    expect(await send(one, made.id)).toEqual({ kind: 'answer', value: 200 })
    expect(heard).toHaveLength(1)
  })

  test('keeps its secrets: no answer, no log, no table tells them', async () => {
    const one = await opened()
    const { id, revision } = await newInterface(one, 'notifier-test', { config: values })
    const changed = await one.at(`PATCH /api/admin/interfaces/${id}`, { revision, config: { tries: 5, extra: `${secret}-2` } })
    expect(changed.data).toMatchObject({
      config: { url: values.url, tries: 5 },
      secrets: ['extra', 'token'],
      hosts: ['api.example.com'],
      hosts_entered: ['shop.invalid'],
      hosts_missing: [],
      problems: [],
      revision: 2,
    })
    await one.at('POST /api/admin/plugin-scripts/test', { interface_id: id, config: { token: `${secret}-3` }, method: 'send', input: {} })
    const everything = `select t::text from plugins_interface t union all select t::text from audit_entry t
      union all select t::text from platform_event t union all select t::text from plugins_kv t`
    const { rows } = await one.app.services.db.query<{ t: string }>(everything, [])
    const shown = [changed, await one.at(`GET /api/admin/interfaces/${id}`), await one.at('GET /api/admin/interfaces')]
    const all = [...rows.map(({ t }) => t), ...shown.map((answer) => JSON.stringify(answer)), ...one.app.logged]
    expect(rows.filter(({ t }) => t.includes('plugins.interface_changed'))).toHaveLength(1)
    expect(all.filter((text) => text.includes(secret))).toEqual([])
  }) // prettier-ignore

  test('keeps the values that are not sent, secrets too; null takes one away', async () => {
    const { heard, url } = await remote()
    const one = await opened()
    const made = await newInterface(one, 'notifier-test', { config: { url, token: secret, loud: true } })
    const at = `PATCH /api/admin/interfaces/${made.id}`
    const { data } = await one.at(at, { revision: 1, name: 'Renamed', config: { loud: null } })
    expect(data).toMatchObject({ name: 'Renamed', config: { url }, secrets: ['token'] })
    await send(one, made.id)
    expect(heard.at(-1)).toMatchObject({ authorization: secret })
    await one.at(at, { revision: 2, config: { token: 'another-secret' } })
    await send(one, made.id)
    expect(heard.at(-1)).toMatchObject({ authorization: 'another-secret' })
    expect(await one.at(at, { revision: 3, config: { token: null } })).toMatchObject({
      status: 400,
      errors: [{ path: 'config.token', message: '必填' }],
    })
  })

  test('with wrong values is refused, each at its field', async () => {
    const one = await opened()
    const config = { url: 'ftp://x', tries: 10, loud: 'yes', level: 'high', to: 'nobody', colour: 'red' }
    const answer = await one.at('POST /api/admin/interfaces', { plugin: 'notifier-test', name: 'a', config })
    expect(answer).toMatchObject({ status: 400, code: 'validation_failed' })
    expect(answer.errors?.map(({ path }) => path).toSorted()).toEqual(
      ['colour', 'level', 'loud', 'to', 'token', 'tries', 'url'].map((key) => `config.${key}`),
    )
    for (const wrong of ['*', 'a b', 'ftp://x', 'x/y'])
      expect(await one.at('POST /api/admin/interfaces', { plugin: 'notifier-test', name: 'a', config: values, hosts: [wrong] })).toMatchObject({ status: 400, errors: [{ path: 'hosts.0' }] })
    const none = await one.at('POST /api/admin/interfaces', { plugin: 'nothing', name: 'a' })
    expect(none.code).toBe('plugin_unknown')
    await newInterface(one, 'notifier-test', { config: values, name: 'A name' })
    const taken = await one.at('POST /api/admin/interfaces', { plugin: 'notifier-test', config: values, name: 'a NAME' })
    expect(taken.code).toBe('interface_name_taken')
  }) // prettier-ignore

  test('of two edits at once takes one', async () => {
    const one = await opened()
    const { id } = await newInterface(one, 'notifier-test', { config: values })
    const edits = [4, 5].map((tries) => one.at(`PATCH /api/admin/interfaces/${id}`, { revision: 1, config: { tries } }))
    const codes = (await Promise.all(edits)).map(({ code }) => code)
    expect(codes.toSorted()).toEqual([0, 'interface_changed'])
  }) // prettier-ignore

  test('that is disabled or deleted is not called', async () => {
    const one = await opened(notifier(`return 1`))
    const { id } = await newInterface(one, 'notifier-test')
    const at = `PATCH /api/admin/interfaces/${id}`
    await one.at(at, { revision: 1, enabled: false })
    await expect(send(one, id)).rejects.toThrow('interface_disabled')
    await one.at(at, { revision: 2, enabled: true })
    expect(await send(one, id)).toEqual({ kind: 'answer', value: 1 })
    await one.app.services.db.query('create table uses (id uuid references plugins_interface (id))', [])
    await one.app.services.db.query('insert into uses values ($1)', [id])
    expect((await one.at(`DELETE /api/admin/interfaces/${id}`)).code).toBe('interface_in_use')
    await one.app.services.db.query('delete from uses', [])
    expect(await one.at(`DELETE /api/admin/interfaces/${id}`)).toMatchObject({ status: 200, data: { id } })
    await expect(send(one, id)).rejects.toThrow('interface_unknown')
    const logged = (await one.at('GET /api/admin/logs/audit?action=plugins.interface')).data.items
    expect(logged.map(({ action }: Loose) => action)).toEqual([
      'plugins.interface_deleted', 'plugins.interface_changed', 'plugins.interface_changed', 'plugins.interface_created',
    ]) // prettier-ignore
  })

  test('is made and changed by those who edit plugins alone', async () => {
    const { app } = await opened()
    const cmd = app.command(staffActor('support'))
    expect(() => createInterface(cmd, { plugin: 'notifier-test', name: 'a', config: values, enabled: true })).toThrow('role')
  }) // prettier-ignore

  test('says what a newer version of its plugin asks for, and fails with the reason until it has it', async () => {
    const one = await opened(notifier(`return 1`))
    const { id } = await newInterface(one, 'notifier-test')
    const config = [{ key: 'room', type: 'text', label: both('Room'), required: true }]
    const source = notifier(`return lessor.config.room`, {
      version: '1.1.0',
      config,
      hosts: ['new.example.com'],
    })
    await one.put('a.js', source)
    await one.scan()
    expect((await one.at(`GET /api/admin/interfaces/${id}`)).data).toMatchObject({
      problems: [{ field: 'room', message: { en: 'Required' } }],
      hosts_missing: ['new.example.com'],
    })
    expect(await send(one, id)).toEqual({ kind: 'failed', reason: 'config.room: Required' })
    await one.at(`PATCH /api/admin/interfaces/${id}`, { revision: 1, config: { room: '2' } })
    expect(await send(one, id)).toEqual({ kind: 'answer', value: '2' })
  })
})

describe('a check', () => {
  test('says whether the plugin is well, and why not', async () => {
    const one = await opened(`${notifier('')}export async function check() { return null }`)
    const { id } = await newInterface(one, 'notifier-test')
    for (const [body, ok, reason] of [
      [`return null`, true, null],
      [`return { ok: false, reason: 'no money' }`, false, 'no money'],
      [`return { actionRequired: 'sign the contract' }`, false, 'sign the contract'],
      [`throw new Error('no route')`, false, 'Error: no route'],
      [`for (;;);`, false, expect.stringContaining('processor time')],
    ]) {
      const source = `${notifier('')}export async function check() { ${body} }`
      const { data: active } = await one.at('GET /api/admin/plugins/notifier-test')
      await one.at('POST /api/admin/plugins/notifier-test/versions', { source, base_id: active.id })
      expect((await one.at(`POST /api/admin/interfaces/${id}/check`)).data).toMatchObject({ ok, reason })
      const { data } = await one.at('GET /api/admin/interfaces')
      expect(data.items).toMatchObject([
        { check_ok: ok, check_reason: reason, checked_at: expect.any(String) },
      ])
    }
  })

  test('of a plugin without one loads its script', async () => {
    const one = await opened(notifier(''))
    const { id } = await newInterface(one, 'notifier-test')
    expect((await one.at(`POST /api/admin/interfaces/${id}/check`)).data).toMatchObject({ ok: true })
  })
})

describe('a test call', () => {
  test('runs what is not saved, keeps nothing, and is in the audit log', async () => {
    const one = await opened(notifier(`await lessor.kv.set('a', 1)`, { config: fields }))
    const { id } = await newInterface(one, 'notifier-test', { config: values })
    await send(one, id)
    const source = notifier(
      `lessor.log('hello'); const before = await lessor.kv.get('a'); await lessor.kv.set('a', 2)
       return [before, await lessor.kv.get('a'), lessor.config.tries, input]`,
      { config: fields },
    )
    const body = { source, interface_id: id, config: { tries: 7 }, method: 'send', input: 'in' }
    const { data } = await one.at('POST /api/admin/plugin-scripts/test', body)
    expect(data).toEqual({
      outcome: { kind: 'answer', value: [1, 2, 7, 'in'], reason: null, line: null, column: null },
      logs: ['hello'],
    })
    const { rows } = await one.app.services.db.query('select value from plugins_kv', [])
    expect(rows).toEqual([{ value: 1 }])
    expect((await one.at(`GET /api/admin/interfaces/${id}`)).data.config).not.toHaveProperty('tries')
    const logged = (await one.at('GET /api/admin/logs/audit?action=plugins.tested')).data.items
    expect(logged).toMatchObject([
      { subject: { id: 'notifier-test' }, after: { interface: id, method: 'send' } },
    ])
  })

  test('of a hostile script fails alone, with the reason', async () => {
    const one = await opened(notifier(`return 'well'`))
    const { id } = await newInterface(one, 'notifier-test')
    for (const [body, reason] of [
      [`for (;;);`, /processor time/],
      [`return 'x'.repeat(100 * 1024 * 1024)`, /memory|longer|too/i],
      [`await new Promise(() => {})`, /never comes/],
      [`await lessor.fetch('https://example.org/')`, /example.org is not among the hosts/],
      [`await lessor.fetch('http://127.0.0.1:28001/')`, /127.0.0.1:28001 is not among the hosts/],
      [`\nthrow new Error('why')`, /why/],
    ] as const) {
      const asked = { source: notifier(body, { hosts: ['api.example.com'] }), method: 'send', input: null }
      const test = one.at('POST /api/admin/plugin-scripts/test', asked)
      const [tested, beside] = await Promise.all([test, send(one, id)])
      expect(tested.data.outcome.kind, body).toMatch(/failed|unknown/)
      expect(tested.data.outcome.reason, body).toMatch(reason)
      expect(beside).toEqual({ kind: 'answer', value: 'well' })
    }
  })

  test('lends the secrets of an interface to no other plugin', async () => {
    const one = await opened()
    const { id } = await newInterface(one, 'notifier-test', { config: values })
    const source = notifier(`return 1`, { id: 'notifier-other', config: fields })
    const body = { source, interface_id: id, method: 'send', input: null }
    expect(await one.at('POST /api/admin/plugin-scripts/test', body)).toMatchObject({
      status: 400,
      code: 'script_refused',
    })
  })
})

test('the scripts of an interface keep 64 KB, also those of two processes at once', async () => {
  const keeps = notifier(`await lessor.kv.set(input.key, 'x'.repeat(input.length)); return (await lessor.kv.get(input.key)).length`)
  const one = await opened(keeps)
  const beside = await testAppForThis({ beside: one.app })
  const { id } = await newInterface(one, 'notifier-test')
  const keep = (key: string, length: number, app = one.app) => send({ app }, id, { key, length })
  const full = { kind: 'failed', reason: expect.stringContaining('An interface keeps at most 64 KB.') }
  const kept = await Promise.all(Array.from({ length: 10 }, (_, i) => keep(`k${i}`, 10_000, i % 2 ? one.app : beside)))
  expect(kept.filter(({ kind }) => kind === 'answer')).toHaveLength(6)
  expect(kept.filter(({ kind }) => kind === 'failed')).toMatchObject([full, full, full, full])
  expect(await keep('other', 60_000)).toMatchObject(full)
  const [first] = (await one.app.services.db.query<{ key: string }>('select key from plugins_kv order by key', [])).rows
  expect(await keep(first?.key ?? '', 12_000)).toEqual({ kind: 'answer', value: 12_000 })
  await one.at(`DELETE /api/admin/interfaces/${id}`)
  expect((await one.app.services.db.query('select 1 from plugins_kv', [])).rows).toEqual([])
}) // prettier-ignore

test('no answer of the routes is for those who are not signed in', async () => {
  const { app } = await open()
  for (const at of [
    'GET /api/admin/interfaces',
    'GET /api/admin/plugins',
    'POST /api/admin/plugin-scripts/test',
  ])
    expect((await call(app, at, at.startsWith('P') ? { body: {} } : {})).status).toBe(401)
})
