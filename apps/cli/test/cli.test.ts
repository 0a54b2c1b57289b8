import { readFile, stat, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { newInstallation, post, type Installation } from './installation.ts'

// The real command line as a child process, on one installation with the embedded database. In order: each block
// goes on with what the last one left.
let here: Installation
beforeAll(async () => {
  here = await newInstallation()
})
afterAll(() => here.remove())

const customer = { username: '李四', password: 'a long password' }
const device = { ...customer, hardware_code: 'HW-1', software_version: '1.0.0' }

/** How many columns of a terminal a text takes. */
const widthOf = (text: string) => [...text].reduce((sum, c) => sum + (/[\u2e80-\uffef]/.test(c) ? 2 : 1), 0)

describe('before there is an installation', () => {
  test('nothing is made by asking', async () => {
    const { code, err } = await here.lessor(['code', 'list'])
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining('lessor setup') })
    expect(existsSync(join(here.dir, 'data'))).toBe(false)
  })

  test('setup makes one, tells the password once, and changes nothing when run again', async () => {
    const first = await here.json('setup')
    expect(first).toMatchObject({
      keys_made: true,
      owner: { username: 'owner', password: expect.any(String) },
    })
    const secrets = join(here.dir, 'data/secrets.json')
    expect((await stat(secrets)).mode & 0o777).toBe(0o600)
    const keys = await readFile(secrets, 'utf8')
    expect(await here.json('setup')).toMatchObject({ migrated: 0, keys_made: false, owner: null })
    expect(await readFile(secrets, 'utf8')).toBe(keys)
  })
})

describe('without a server', () => {
  test('the database has every migration', async () => {
    const { place, migrations } = await here.json('db', 'status')
    expect(place.kind).toBe('embedded')
    expect(migrations.every((step: { applied: boolean }) => step.applied)).toBe(true)
    expect(await here.json('db', 'migrate')).toEqual({ migrated: 0 })
  })

  test('commands that run at once all do their work', async () => {
    const ran = await Promise.all([1, 2, 3].map((days) => here.json('code', 'issue', '--days', String(days))))
    expect(new Set(ran.flatMap(({ codes }) => codes)).size).toBe(3)
  })

  test('every invalid value is reported, in the terminal’s language, and nothing is done', async () => {
    const before = await here.json('code', 'batches')
    const args = ['code', 'issue', '--days', '0', '--count', '200000', '--amount', '1e5']
    const en = await here.lessor(args)
    expect(en.code).toBe(2)
    for (const field of ['days', 'count', 'amount']) expect(en.err).toContain(`  ${field}: `)
    const zh = await here.lessor(args, { env: { LANG: 'zh_CN.UTF-8' } })
    expect(zh.err).toContain('部分字段不正确')
    const wrong = ['code', 'isue']
    expect(await here.lessor(wrong)).toMatchObject({
      code: 2,
      err: expect.stringContaining('unknown command'),
    })
    const wrongZh = await here.lessor(wrong, { env: { LANG: 'zh_CN.UTF-8' } })
    expect(wrongZh).toMatchObject({ code: 2, err: expect.stringContaining('没有命令“isue”') })
    expect(await here.json('code', 'batches')).toEqual(before)
  })

  test('codes go to a file that only its owner may read, never over another one', async () => {
    const file = join(here.dir, 'codes.csv')
    const issued = await here.json(
      'code',
      'issue',
      '--days',
      '30',
      '--count',
      '1500',
      '--note',
      '=1+1',
      '--out',
      file,
    )
    expect(issued).toMatchObject({ codes: null, batch: { count: 1500 } })
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const csv = await readFile(file, 'utf8')
    expect(csv.trimEnd().split('\r\n')).toHaveLength(1501)
    const exported = await here.lessor(['code', 'export', issued.batch.id])
    expect(exported.out).toBe(csv)
    const again = await here.lessor(['code', 'issue', '--days', '30', '--out', file])
    expect(again).toMatchObject({ code: 1, out: '' })
    expect(await readFile(file, 'utf8')).toBe(csv)
    expect((await here.lessor(['code', 'issue', '--days', '1', '--count', '1001'])).code).toBe(2)
  })

  test('a file that can not be written is known before codes are issued', async () => {
    const before = await here.json('code', 'batches')
    const { code } = await here.lessor(['code', 'issue', '--days', '1', '--out', 'no/such/folder.csv'])
    expect(code).not.toBe(0)
    expect(await here.json('code', 'batches')).toEqual(before)
  })

  test('a list comes page by page, or whole', async () => {
    const first = await here.json('code', 'list', '--limit', '200')
    const second = await here.json('code', 'list', '--limit', '200', '--cursor', first.next_cursor)
    const { out } = await here.lessor(['code', 'list', '--all', '--json'])
    const all = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string })
    expect(all).toHaveLength(1503)
    expect(all.slice(0, 400)).toEqual([...first.items, ...second.items])
    expect(out).not.toContain('"code"')
  })

  test('revoked codes are listed as such, and a whole batch is revoked only on purpose', async () => {
    const { batch } = await here.json('code', 'issue', '--days', '7', '--count', '3')
    const { items } = await here.json('code', 'list', '--batch', batch.id)
    const ids = items.map(({ id }: { id: string }) => id)
    expect((await here.lessor(['code', 'revoke', ids[0]])).code).toBe(0)
    const twice = await here.lessor(['code', 'revoke', ids[0], ids[1]])
    expect(twice).toMatchObject({ code: 1, err: expect.stringContaining(`Revoked ${ids[1]}`) })
    expect((await here.lessor(['code', 'revoke', '--batch', batch.id])).code).toBe(2)
    expect(await here.json('code', 'revoke', '--batch', batch.id, '--yes')).toMatchObject({
      unused: 0,
      revoked: 3,
    })
  })

  test('Chinese names keep the columns of a table', async () => {
    await here.json('staff', 'create', '--username', '王小明', '--role', 'support')
    const { out } = await here.lessor(['staff', 'list'])
    const [head = '', ...rows] = out.trimEnd().split('\n')
    const at = widthOf(head.slice(0, head.indexOf('ROLE')))
    expect(rows.map((row) => widthOf(row.slice(0, row.search(/support|owner +20/))))).toContain(at)
    expect(rows).toHaveLength(2)
    for (const row of rows)
      expect(widthOf(row.slice(0, row.search(/(support|owner) {2,}20|(support|owner) {8,}/)))).toBe(at)
  })
})

describe('beside a running server', () => {
  let url: string
  beforeAll(async () => {
    url = await here.serve()
  })

  test('the plugins that it ships are listed', async () => {
    const names = async () =>
      (await here.json('plugin', 'list')).items.map(({ plugin }: { plugin: string }) => plugin)
    await expect.poll(names, { timeout: 30_000 }).toContain('notifier-webhook')
    expect((await here.lessor(['plugin', 'list'])).out).toContain('notifier-email')
    expect(await here.json('interface', 'list')).toEqual({ items: [], next_cursor: null })
  })

  test('a disabled account is signed out at once, and can be let in again', async () => {
    await post(`${url}/api/auth/register`, customer)
    const { data } = await post(`${url}/api/auth/login`, device)
    const me = async () => {
      const answer = await fetch(`${url}/api/users/me`, {
        headers: { authorization: `Bearer ${data.token}` },
      })
      return ((await answer.json()) as { code: unknown }).code
    }
    expect(await me()).toBe(0)
    expect(await here.json('account', 'disable', customer.username)).toMatchObject({ disabled: true })
    expect(await me()).toBe('account_disabled')
    expect((await post(`${url}/api/auth/login`, device)).code).not.toBe(0)
    expect((await here.json('account', 'list', '--status', 'disabled')).items).toHaveLength(1)
    await here.json('account', 'enable', data.user.id)
    expect((await post(`${url}/api/auth/login`, device)).code).toBe(0)
    expect((await here.lessor(['account', 'disable', 'nobody'])).code).toBe(1)
  })

  test('a new password works, the old one and its sessions do not', async () => {
    const signIn = (password: string) => post(`${url}/api/admin/login`, { username: 'owner', password })
    const { out } = await here.lessor(['staff', 'reset-password', 'owner'])
    expect((await signIn(out.trim())).code).toBe(0)
    const args = ['staff', 'reset-password', 'owner', '--password-stdin']
    expect(await here.lessor(args, { input: 'chosen by hand\n' })).toMatchObject({ code: 0, out: '' })
    expect((await signIn(out.trim())).code).toBe('invalid_credentials')
    expect((await signIn('chosen by hand')).code).toBe(0)
    expect((await here.lessor(args, { input: 'short\n' })).code).toBe(2)
  })

  test('a lost second factor is turned off, and the password alone signs in', async () => {
    const body = { username: 'owner', password: 'chosen by hand' }
    const entered = await fetch(`${url}/api/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const cookie = entered.headers
      .getSetCookie()
      .map((text) => text.split(';')[0])
      .join('; ')
    const own = async (path: string, sent: object) => {
      const headers = { 'content-type': 'application/json', cookie, origin: url }
      const init = { method: 'POST', headers, body: JSON.stringify(sent) }
      return (await (await fetch(`${url}/api/admin/me/totp${path}`, init)).json()) as {
        data: { secret: string }
      }
    }
    const { data } = await own('', {})
    await own('/confirm', { code: new TOTP({ secret: data.secret }).generate() })
    expect((await post(`${url}/api/admin/login`, body)).code).toBe('totp_required')
    const args = ['staff', 'turn-off-totp', 'owner']
    expect(await here.lessor(args)).toMatchObject({ code: 0 })
    expect((await post(`${url}/api/admin/login`, body)).code).toBe(0)
    expect((await here.lessor(args)).code).toBe(1)
  })

  test('keys are added only while no server runs, and what older ones sealed still works', async () => {
    const { codes } = await here.json('code', 'issue', '--days', '5')
    const refused = await here.lessor(['secrets', 'rotate'])
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('Stop it first') })
    await here.stopServer()
    expect(await here.json('secrets', 'rotate')).toEqual({ key: 2 })
    const sealedByNew = await here.json('code', 'issue', '--days', '6')
    url = await here.serve()
    const { data } = await post(`${url}/api/auth/login`, device)
    const redeem = (card_code: string) => post(`${url}/api/recharge`, { card_code }, data.token)
    expect((await redeem(codes[0])).data).toMatchObject({ added_days: 5 })
    expect((await redeem(sealedByNew.codes[0])).data).toMatchObject({ added_days: 6 })
  })

  test('a retired key leaves the ring, and what it sealed still works', async () => {
    const { items } = await here.json('code', 'list', '--status', 'unused', '--limit', '1')
    expect(await here.lessor(['secrets', 'retire', '1'])).toMatchObject({ code: 1 })
    await here.stopServer()
    expect(await here.lessor(['secrets', 'retire', '2'])).toMatchObject({ code: 1 })
    const retired = await here.json('secrets', 'retire', '1')
    expect(retired).toEqual({ key: 1, resealed: expect.any(Number), remove_from_config: false })
    expect(retired.resealed).toBeGreaterThan(1_000)
    const file = JSON.parse(await readFile(join(here.dir, 'data/secrets.json'), 'utf8')) as { keys: object[] }
    expect(file.keys).toMatchObject([{ id: 2 }])
    expect(await here.lessor(['secrets', 'retire', '1'])).toMatchObject({ code: 1 })
    expect(await here.json('secrets', 'rotate')).toEqual({ key: 3 })
    url = await here.serve()
    const exported = await here.lessor(['code', 'export', items[0].batch_id])
    const card_code = exported.out
      .split('\r\n')
      .find((line) => /^[A-Z0-9-]{16,}/.test(line))
      ?.split(',')[0]
    const { data } = await post(`${url}/api/auth/login`, device)
    expect(await post(`${url}/api/recharge`, { card_code }, data.token)).toMatchObject({ code: 0 })
  })

  test('the audit log holds, and names who ran the command', async () => {
    const verdict = await here.json('audit', 'verify')
    expect(verdict).toMatchObject({ ok: true, head: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const { batch } = await here.json('code', 'issue', '--days', '1')
    expect(batch.created_by).toMatch(/^cli:./)
    expect((await here.json('audit', 'verify')).entries).toBe(verdict.entries + 1)
  })
})

test('what keeps the product from being reached ends with 3 and says what to do', async () => {
  const down = {
    DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x',
    JWT_SECRET: 'k3Jw0pQx7vN2mR8sT5yU1zA4bC6dE9fG',
  }
  const refused = await here.lessor(['code', 'list'], { env: down })
  expect(refused).toMatchObject({ code: 3, err: expect.stringContaining('DATABASE_URL') })
  const wrong = await here.lessor(['code', 'list'], { env: { LESSOR_NO_SUCH: '1' } })
  expect(wrong).toMatchObject({ code: 3, err: expect.stringContaining('LESSOR_NO_SUCH') })
})

test('a configuration file beside is read, and a new value for its keys is one that it takes', async () => {
  const { out } = await here.lessor(['setup', '--print-keys'])
  await writeFile(join(here.dir, 'keys.toml'), `[secrets]\nkeys = "${out.trim()}"\n`)
  const env = { LOCAL_CONFIG_FILE: 'keys.toml', LESSOR_DATA_DIR: 'other' }
  const { code, err } = await here.lessor(['db', 'status'], { env })
  expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining('lessor setup') })
})

describe('made-up history', () => {
  test('makes the installation too; said again, it leaves everything alone', async () => {
    const trial = await newInstallation()
    onTestFinished(() => trial.remove())
    const { seeded, owner } = await trial.json('seed')
    expect(owner).toEqual({ username: 'owner', generatedPassword: expect.any(String) })
    const again = await trial.lessor(['seed'])
    expect({ code: again.code, out: again.out }).toEqual({ code: 0, out: '' })
    expect(again.err).toContain('--more')
    expect(await trial.json('audit', 'verify')).toMatchObject({ ok: true })
    const url = await trial.serve()
    expect((await fetch(url + new URL(seeded.links[0].url).pathname)).status).toBe(200)
    // A real installation is left alone, though it has no users yet.
    const real = await newInstallation()
    onTestFinished(() => real.remove())
    await real.json('setup')
    const refused = await real.lessor(['seed'])
    expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('npm run try') })
    expect((await real.json('account', 'list')).items).toEqual([])
    // Beside the server that runs.
    expect((await trial.json('seed', '--more')).seeded.accounts).toBe(seeded.accounts)
  }, 180_000)
})
