import { DAY_MS, newId } from '@lessor/kit'
import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { call, ownerCookie } from '../../../../test/calls.ts'
import {
  staffActor,
  start,
  testApp,
  testKey,
  testAppForThis,
  type TestApp,
} from '../../../../test/harness.ts'
import type { Command, CustomerCommand } from '../../../platform/command.ts'
import { secretsFrom, type RootKey } from '../../../platform/secrets.ts'
import { anAccount } from '../../people/accounts/testing.ts'
import { listAudit } from '../../core/audit/index.ts'
import { findCodes, issueBatch, revealCode, revokeBatch, revokeCode } from './index.ts'
import { redeemCode } from './redeem-code.ts'
import { someCodes } from './testing.ts'

let app: TestApp
let cookie: string
beforeAll(async () => {
  app = await testApp()
  cookie = await ownerCookie(app)
  return () => app.stop()
})

const staff = (role: Parameters<typeof staffActor>[0] = 'finance') => app.command(staffActor(role))
const codesOf = async (batchId: string) => (await findCodes(staff(), { batchId }, { limit: 200 })).items
const firstOf = async (batchId: string) => (await codesOf(batchId)).at(-1) ?? expect.fail('no code')
const auditOf = (subjectId: string) => listAudit(app.services.db, { subjectId }, { limit: 50 })

async function customer(username: string): Promise<CustomerCommand> {
  const { id } = await anAccount(staff('support'), { username })
  return app.command({ kind: 'account', id, name: username, sessionId: newId() })
}

describe('issuing', () => {
  const body = { level: 2, days: 30, count: 3, prefix: 'vip', note: '双十一', amount: '12.5' }

  test('a batch is answered with its terms, its counts and its codes', async () => {
    const answer = await call(app, 'POST /api/admin/code-batches', { cookie, body })
    expect(answer.data.batch).toMatchObject({
      ...body,
      prefix: 'VIP',
      amount: '12.50',
      expires_at: new Date(start.getTime() + 30 * DAY_MS).toISOString(),
      created_by: 'owner',
      ...{ unused: 3, used: 0, expired: 0, revoked: 0 },
    })
    expect(answer.data.codes).toHaveLength(3)
    for (const code of answer.data.codes) expect(code).toMatch(/^VIP(-[0-9A-Z]{5}){4}$/)
  })

  test('every field that is wrong is named at once', async () => {
    const wrong = {
      level: 0,
      days: 3651,
      count: 100_001,
      prefix: '会员',
      amount: '-1',
      expires_in_days: 0,
      free: 1,
    }
    const answer = await call(app, 'POST /api/admin/code-batches', { cookie, body: wrong })
    expect(answer).toMatchObject({ status: 400, code: 'validation_failed' })
    expect(answer.errors?.map(({ path }) => path).toSorted()).toEqual(Object.keys(wrong).toSorted())
  })

  test('the same Idempotency-Key, sent eight times at once, issues one batch', async () => {
    const headers = { 'idempotency-key': 'one-batch-only' }
    const post = (count: number) =>
      call(app, 'POST /api/admin/code-batches', { cookie, headers, body: { ...body, count, note: 'once' } })
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(2)))
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1)
    expect(answers[0]?.data.codes).toHaveLength(2)
    const { data } = await call(app, 'GET /api/admin/code-batches?limit=200', { cookie })
    expect(data.items.filter(({ note }: { note: string }) => note === 'once')).toHaveLength(1)
    expect(await post(3)).toMatchObject({ status: 409, code: 'idempotency_key_reused' })
  })

  test('up to 1,000 codes are answered in the clear, more are not', async () => {
    const terms = { level: 1, days: 1, prefix: '', expiresInDays: 1, note: '', amount: '0.00' }
    const most = await issueBatch(staff(), { ...terms, count: 1_000 })
    expect(new Set(most.texts).size).toBe(1_000)
    expect((await issueBatch(staff(), { ...terms, count: 1_001 })).texts).toBeNull()
  })

  test('a batch that fails on the way leaves nothing', async () => {
    const { secrets } = app.services
    let sealed = 0
    const seal: typeof secrets.seal = (...args) => {
      if (++sealed > 700) throw new Error('no more')
      return secrets.seal(...args)
    }
    const services = { ...app.services, secrets: { ...secrets, seal } }
    const note = 'never'
    await expect(someCodes({ ...staff(), services }, 1_000, { note })).rejects.toThrow('no more')
    const { rows } = await app.services.db.query('select id from codes_batch where note = $1', [note])
    expect(rows).toEqual([])
  })
})

test('a code stands nowhere in the clear: not in a table, not in the audit log, not in the log', async () => {
  const alone = await testAppForThis()
  const cookie = await ownerCookie(alone)
  const headers = { 'idempotency-key': 'kept-as-an-answer' }
  const body = { level: 1, days: 1, count: 2 }
  const { data } = await call(alone, 'POST /api/admin/code-batches', { cookie, headers, body })
  const { rows: tables } = await alone.services.db.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'`,
    [],
  )
  let kept = alone.logged.join('')
  for (const { name } of tables) {
    const { rows } = await alone.services.db.query<{ row: string }>(
      `select t::text as row from ${name} t`,
      [],
    )
    kept += rows.map(({ row }) => row).join('\n')
  }
  expect(kept).toContain(data.batch.id)
  for (const code of data.codes as string[]) {
    for (const shape of [code, code.replaceAll('-', '')]) {
      expect(kept).not.toContain(shape)
      expect(kept).not.toContain(Buffer.from(shape).toString('hex'))
    }
  }
})

test('a revealed code is the one that was issued, and each reveal is in the audit log', async () => {
  const { batch, texts } = await someCodes(staff(), 1, { prefix: 'VIP' })
  const { id, tail } = await firstOf(batch.id)
  const answer = await call(app, `POST /api/admin/codes/${id}/reveal`, { cookie })
  expect(answer.data).toMatchObject({ id, code: texts[0], tail, status: 'unused' })
  expect((await revealCode(staff(), { id })).text).toBe(texts[0])
  const { items } = await auditOf(id)
  expect(items.map(({ action }) => action)).toEqual(['codes.revealed', 'codes.revealed'])
  expect(JSON.stringify(items)).not.toContain(texts[0])
})

test('codes of an older key are still found, revealed and redeemed after a new key came', async () => {
  const [older, newer] = [testKey, { id: 2, key: randomBytes(32) }]
  const under = <C extends Command>(cmd: C, ring: readonly RootKey[]): C => {
    const services = { ...app.services, secrets: secretsFrom(ring) }
    return { ...cmd, services }
  }
  const { batch, texts } = await someCodes(under(staff(), [older]), 1)
  const [text = ''] = texts
  const { id } = await firstOf(batch.id)
  const rotated = under(staff(), [newer, older])
  expect((await findCodes(rotated, { query: text }, { limit: 5 })).items).toMatchObject([{ id }])
  expect((await revealCode(rotated, { id })).text).toBe(text)
  await expect(revealCode(under(staff(), [newer]), { id })).rejects.toThrow('not in the ring')
  const holder = await customer('after.rotation')
  expect(await redeemCode(under(holder, [newer, older]), { cardCode: text })).toMatchObject({ addedDays: 30 })
})

describe('revoking', () => {
  test('only an unused code can be revoked; otherwise the refusal gives the reason', async () => {
    const { batch, texts } = await someCodes(staff(), 2)
    const [, used] = texts
    const [second, first] = (await codesOf(batch.id)).map(({ id }) => id)
    await redeemCode(await customer('revoked.too.late'), { cardCode: used ?? '' })
    const post = (id?: string) => call(app, `POST /api/admin/codes/${id}/revoke`, { cookie })
    expect((await post(first)).data).toMatchObject({ id: first, status: 'revoked' })
    expect(await post(first)).toMatchObject({ status: 409, code: 'code_revoked' })
    expect(await post(second)).toMatchObject({ status: 409, code: 'code_used' })
    expect(await post(newId())).toMatchObject({ status: 404, code: 'code_unknown' })
    expect((await auditOf(first ?? '')).items).toMatchObject([{ action: 'codes.revoked' }])
  })

  test('a code that is redeemed and revoked at once is either used or revoked', async () => {
    const cmd = await customer('racer')
    const { batch, texts } = await someCodes(staff(), 40, { days: 1 })
    const codes = (await codesOf(batch.id)).toReversed()
    const outcomes = await Promise.all(
      codes.map(({ id }, i) =>
        Promise.allSettled([redeemCode(cmd, { cardCode: texts[i] ?? '' }), revokeCode(staff(), { id })]),
      ),
    )
    for (const [redeemed, revoked] of outcomes) {
      expect([redeemed.status, revoked.status].toSorted()).toEqual(['fulfilled', 'rejected'])
      if (redeemed.status === 'rejected') expect(redeemed.reason).toMatchObject({ code: 'code_revoked' })
      if (revoked.status === 'rejected') expect(revoked.reason).toMatchObject({ code: 'code_used' })
    }
    const redeemed = outcomes.filter(([one]) => one.status === 'fulfilled').length
    const statuses = (await codesOf(batch.id)).map(({ usedAt, revokedAt }) => [usedAt, revokedAt])
    expect(statuses.filter(([usedAt]) => usedAt)).toHaveLength(redeemed)
    expect(statuses.every(([usedAt, revokedAt]) => !usedAt !== !revokedAt)).toBe(true)
  })

  test('a revoked batch brings nothing more; what was used stays used', async () => {
    const cmd = await customer('early')
    const { batch, texts } = await someCodes(staff(), 3)
    await redeemCode(cmd, { cardCode: texts[0] ?? '' })
    const answer = await call(app, `POST /api/admin/code-batches/${batch.id}/revoke`, { cookie })
    expect(answer.data).toMatchObject({ id: batch.id, unused: 0, used: 1, expired: 0, revoked: 2 })
    await expect(redeemCode(cmd, { cardCode: texts[1] ?? '' })).rejects.toMatchObject({
      code: 'code_revoked',
    })
    expect((await auditOf(batch.id)).items[0]).toMatchObject({
      action: 'codes.batch_revoked',
      after: { revoked: 2 },
    })
    await expect(revokeBatch(staff(), { id: newId() })).rejects.toMatchObject({ code: 'batch_unknown' })
  })
})

describe('finding', () => {
  const find = async (query: string) => (await findCodes(staff(), { query }, { limit: 50 })).items

  test('a code is found as a person types it, by its last four characters, and by who used it', async () => {
    const cmd = await customer('张三.codes')
    const { batch, texts } = await someCodes(staff(), 3, { prefix: 'VIP' })
    const text = texts[0] ?? ''
    const code = await firstOf(batch.id)
    const ids = async (query: string) => (await find(query)).map(({ id }) => id)
    expect(await ids(text)).toEqual([code.id])
    expect(await ids(` ${text.toLowerCase().replaceAll('-', ' ')}`)).toEqual([code.id])
    expect(await ids(code.tail.toLowerCase())).toContain(code.id)
    expect(await ids('张三.CODES')).toEqual([])
    await redeemCode(cmd, { cardCode: text })
    expect(await find('张三.CODES')).toMatchObject([
      { id: code.id, usedBy: cmd.actor.id, usedByName: '张三.codes' },
    ])
    expect(await ids(text.slice(0, -1))).toEqual([])
  })

  test('each status lists its own, and a batch counts the same', async () => {
    const alone = await testAppForThis()
    const cmd = alone.command(staffActor('admin'))
    const account = await anAccount(cmd, { username: 'holder' })
    const { batch: old } = await someCodes(cmd, 2, { expiresInDays: 1 })
    alone.clock.advance(DAY_MS)
    const now = alone.clock.now()
    const cookie = await ownerCookie(alone)
    const { batch, texts } = await someCodes({ ...cmd, now }, 4)
    const holder = {
      ...cmd,
      now,
      actor: { kind: 'account', id: account.id, name: 'holder', sessionId: newId() },
    } as const
    await redeemCode(holder, { cardCode: texts[0] ?? '' })
    const get = (query: string) => call(alone, `GET /api/admin/codes?${query}`, { cookie })
    const { data: all } = await get(`batch_id=${batch.id}`)
    await revokeCode({ ...cmd, now }, { id: all.items[0].id })

    const counts = { unused: 2, used: 1, expired: 2, revoked: 1 }
    for (const [status, count] of Object.entries(counts)) {
      const { data } = await get(`status=${status}`)
      expect(data.items.map((code: { status: string }) => code.status)).toEqual(Array(count).fill(status))
    }
    expect((await get(`status=expired&batch_id=${batch.id}`)).data.items).toEqual([])
    expect((await get(`status=used`)).data.items).toMatchObject([
      { used_by: account.id, used_by_username: 'holder' },
    ])
    const { data: batches } = await call(alone, 'GET /api/admin/code-batches', { cookie })
    expect(batches.items).toMatchObject([
      { id: batch.id, ...counts, expired: 0 },
      { id: old.id, unused: 0, used: 0, expired: 2, revoked: 0 },
    ])
  })

  test('pages hold every code once, in order, while new ones are issued', async () => {
    const alone = await testAppForThis()
    const cmd = alone.command(staffActor('finance'))
    for (let i = 0; i < 3; i++) await someCodes(cmd, 7)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await findCodes(cmd, {}, { limit: 4, cursor })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
      if (seen.length === 4) await someCodes(cmd, 5)
    } while (cursor)
    expect(seen).toEqual(seen.toSorted().toReversed())
    expect(new Set(seen).size).toBe(21)
  })

  test('pages hold every batch once, also those of one moment', async () => {
    const alone = await testAppForThis()
    const cookie = await ownerCookie(alone)
    for (let i = 0; i < 5; i++) await someCodes(alone.command(staffActor('finance')), 1)
    const seen: string[] = []
    let after = ''
    do {
      const { data } = await call(alone, `GET /api/admin/code-batches?limit=2${after}`, { cookie })
      seen.push(...data.items.map(({ id }: { id: string }) => id))
      after = data.next_cursor ? `&cursor=${data.next_cursor}` : ''
    } while (after)
    expect(seen).toHaveLength(5)
    expect(seen).toEqual([...new Set(seen)].toSorted().toReversed())
  })

  test.each(['x', Buffer.from('1 2').toString('base64url')])('the cursor %s is refused', async (cursor) => {
    const answer = await call(app, `GET /api/admin/codes?cursor=${cursor}`, { cookie })
    expect(answer).toMatchObject({ status: 400, code: 'validation_failed', errors: [{ path: 'cursor' }] })
  })
})

test('issuing many codes reports its progress', async () => {
  const key = newId()
  const batch = { level: 1, days: 30, count: 20_000 }
  const issued = call(app, 'POST /api/admin/code-batches', {
    cookie,
    headers: { 'idempotency-key': key },
    body: batch,
  })
  const progress = async (of: string) =>
    (await call(app, `GET /api/admin/code-batches/progress?key=${of}`, { cookie })).data
  const seen: number[] = []
  for (let done = false; !done;) {
    const at = await progress(key)
    if (at.made !== null) seen.push(at.made)
    done = await Promise.race([issued.then(() => true), new Promise<false>((r) => setTimeout(r, 5, false))])
  }
  expect(seen.length).toBeGreaterThan(1)
  expect(seen).toEqual(seen.toSorted((one, other) => one - other))
  expect(seen.at(-1)).toBeGreaterThan(0)
  expect(await progress(key)).toEqual({ made: null, count: null })
  expect(await progress(newId())).toEqual({ made: null, count: null })
})

test('each use case checks its own permission', async () => {
  const auditor = staff('auditor')
  const { batch } = await someCodes(staff(), 1)
  const { id } = await firstOf(batch.id)
  const forbidden = { code: 'forbidden' }
  expect(() => issueBatch(auditor, { ...batch, expiresInDays: 1 })).toThrow(
    expect.objectContaining(forbidden),
  )
  expect(() => revealCode(auditor, { id })).toThrow(expect.objectContaining(forbidden))
  expect(() => revokeCode(auditor, { id })).toThrow(expect.objectContaining(forbidden))
  expect(() => revokeBatch(auditor, { id: batch.id })).toThrow(expect.objectContaining(forbidden))
  expect(await codesOf(batch.id)).toMatchObject([{ id, revokedAt: null }])
})
