import { createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { call, ownerCookie } from '../../../../test/calls.ts'
import { testAppForThis, type TestApp } from '../../../../test/harness.ts'
import type { Db } from '../../../platform/db.ts'
import { queueMail } from './index.ts'
import { tryMs } from './model.ts'
import { claimMail } from './queries.ts'
import { sendMails } from './send-mails.ts'
import { smtpServer } from './smtp.ts'
import { openMailbox, testMail } from './testing.ts'
import { transaction } from '../../../platform/run-transaction.ts'

// For a machine that is busy with other tests.
const patience = { timeout: 15_000 }
const minuteMs = 60_000

async function mailboxForThis(port?: number) {
  const mailbox = await openMailbox(port)
  onTestFinished(() => mailbox.close())
  return mailbox
}

const over = (url: string) => smtpServer({ url, from: 'shop@example.com' }) ?? expect.unreachable('no server')
const system = (app: TestApp) => app.command({ kind: 'system', name: 'test' })

function queue(app: TestApp, to: string, sendBefore?: Date) {
  const cmd = system(app)
  const fields = { sender: 'a test' }
  return transaction(app.services.db, (tx) =>
    queueMail(tx, cmd, { to, template: testMail, language: 'en', fields, sendBefore }),
  )
}

async function stateOf(app: TestApp, id: string) {
  const columns = 'state, attempts, last_error, fields is null as emptied'
  const sql = `select ${columns} from notify_mail where id = $1`
  return (await app.services.db.query<{ state: string; attempts: number }>(sql, [id])).rows[0]
}

/** The port of a server that was closed: connections are refused. */
async function deadPort(): Promise<number> {
  const mailbox = await openMailbox()
  await mailbox.close()
  return mailbox.port
}

test.for([450, 550])(
  'a mail that the server refuses with %i is tried again, and arrives once',
  async (code) => {
    const mailbox = await mailboxForThis()
    const app = await testAppForThis({ env: { LESSOR_MAIL_SMTP_URL: mailbox.url } })
    mailbox.refuseWith = code
    const id = await queue(app, 'a@example.org')
    await expect
      .poll(() => stateOf(app, id), patience)
      .toMatchObject({
        state: 'waiting',
        attempts: 1,
        last_error: expect.stringContaining(String(code)),
      })
    mailbox.refuseWith = undefined
    app.clock.advance(minuteMs)
    // Another mail wakes the sender: it takes whatever is due.
    await queue(app, 'b@example.org')
    const [received] = await mailbox.to('a@example.org')
    await mailbox.to('b@example.org')
    expect(received?.mail.messageId).toBe(mailbox.refused[0]?.mail.messageId)
    await expect
      .poll(() => stateOf(app, id), patience)
      .toEqual({ state: 'sent', attempts: 2, last_error: null, emptied: true })
    expect(mailbox.received).toHaveLength(2)
  },
)

test('while the server is down mails wait, and each arrives once when it is back', async () => {
  const port = await deadPort()
  const app = await testAppForThis({ env: { LESSOR_MAIL_SMTP_URL: `smtp://127.0.0.1:${port}` } })
  const ids = [await queue(app, 'a@example.org'), await queue(app, 'b@example.org')]
  // The error comes when the try is over: a clock that is put forward before that puts off the next one, too.
  const tried = { state: 'waiting', attempts: 1, last_error: expect.any(String) }
  for (const id of ids) await expect.poll(() => stateOf(app, id), patience).toMatchObject(tried)
  const mailbox = await mailboxForThis(port)
  app.clock.advance(minuteMs)
  // Nothing wakes the sender here but its own task, every ten seconds.
  await mailbox.to('a@example.org')
  await mailbox.to('b@example.org')
  for (const id of ids) await expect.poll(() => stateOf(app, id), patience).toMatchObject({ state: 'sent' })
  expect(mailbox.received).toHaveLength(2)
})

test('without a server the log says so at the start, mails wait, and a later start with one sends them', async () => {
  const app = await testAppForThis()
  expect(app.logged.filter((line) => line.includes('no mail server is configured'))).toHaveLength(1)
  const id = await queue(app, 'patient@example.org')
  app.clock.advance(24 * 60 * minuteMs)
  await sendless(app)
  expect(await stateOf(app, id)).toMatchObject({ state: 'waiting', attempts: 0 })
  const mailbox = await mailboxForThis()
  await app.stop()
  const later = await testAppForThis({ beside: app, env: { LESSOR_MAIL_SMTP_URL: mailbox.url } })
  await mailbox.to('patient@example.org')
  await expect.poll(() => stateOf(later, id), patience).toMatchObject({ state: 'sent' })
  expect(mailbox.received).toHaveLength(1)
})

/** Without a server there is nothing that a test mail could show. */
async function sendless(app: TestApp): Promise<void> {
  const cookie = await ownerCookie(app)
  const answer = await call(app, 'POST /api/admin/mails/test', { cookie, body: { to: 'ops@example.org' } })
  expect(answer).toMatchObject({ status: 503, code: 'mail_not_configured' })
}

test('a mail whose code is dead by now is not sent', async () => {
  const app = await testAppForThis()
  const mailbox = await mailboxForThis()
  const late = await queue(app, 'late@example.org', new Date(app.clock.now().getTime() + minuteMs))
  const intime = await queue(app, 'intime@example.org', new Date(app.clock.now().getTime() + minuteMs + 1))
  app.clock.advance(minuteMs)
  await sendMails(system(app), over(mailbox.url))
  expect(mailbox.received.map(({ to }) => to)).toEqual([['intime@example.org']])
  expect(await stateOf(app, late)).toMatchObject({ state: 'failed', attempts: 0, emptied: true })
  expect(await stateOf(app, intime)).toMatchObject({ state: 'sent' })
})

test('after 12 tries a mail is given up, with its last error, and no secret is kept', async () => {
  const app = await testAppForThis()
  const send = over(`smtp://127.0.0.1:${await deadPort()}`)
  const id = await queue(app, 'gone@example.org')
  for (let tries = 1; tries <= 12; tries++) {
    expect(await stateOf(app, id)).toMatchObject({ state: 'waiting', attempts: tries - 1 })
    await sendMails(system(app), send)
    app.clock.advance(30 * minuteMs)
  }
  const failed = {
    state: 'failed',
    attempts: 12,
    emptied: true,
    last_error: expect.stringContaining('ECONNREFUSED'),
  }
  expect(await stateOf(app, id)).toEqual(failed)
  await sendMails(system(app), send)
  expect(await stateOf(app, id)).toEqual(failed)
})

test('however many send at once, each mail arrives once', async () => {
  const app = await testAppForThis()
  const mailbox = await mailboxForThis()
  const addresses = Array.from({ length: 40 }, (_, i) => `a${i}@example.org`)
  for (const address of addresses) await queue(app, address)
  await Promise.all(Array.from({ length: 8 }, () => sendMails(system(app), over(mailbox.url))))
  expect(new Set(mailbox.received.flatMap(({ to }) => to))).toEqual(new Set(addresses))
  expect(mailbox.received).toHaveLength(addresses.length)
})

test('of two that take a mail in the same moment, each has its own', async () => {
  const app = await testAppForThis()
  await queue(app, 'a@example.org')
  await queue(app, 'b@example.org')
  const { db, clock } = app.services
  const claim = (on: Db) =>
    claimMail.first(on, { now: clock.now(), lostAt: new Date(clock.now().getTime() + tryMs) })
  const [one, other] = await transaction(db, async (tx) => {
    const first = await claim(tx)
    // Either it takes another mail now, or it waits for this transaction's end.
    const second = claim(db)
    await Promise.race([second, sleep(200)])
    return [first, second] as const
  })
  expect(new Set([one?.recipient, (await other)?.recipient]).size).toBe(2)
})

test('one address that is refused doesn’t hold up the others', async () => {
  const app = await testAppForThis()
  const mailbox = await mailboxForThis()
  mailbox.refuseWith = 550
  await queue(app, 'bad@example.org')
  await sendMails(system(app), over(mailbox.url))
  mailbox.refuseWith = undefined
  app.clock.advance(minuteMs)
  await queue(app, 'good@example.org')
  await sendMails(system(app), over(mailbox.url))
  expect(mailbox.received.map(({ to }) => to[0])).toEqual(['good@example.org', 'bad@example.org'])
})

test('a mail whose sender died is sent by another, after the time that a try can take', async () => {
  const app = await testAppForThis()
  const silent = await silentServer()
  const id = await queue(app, 'orphan@example.org')
  const dying = sendMails(system(app), over(silent.url))
  await expect.poll(() => stateOf(app, id), patience).toMatchObject({ attempts: 1 })
  const mailbox = await mailboxForThis()
  await sendMails(system(app), over(mailbox.url))
  expect(mailbox.received).toHaveLength(0)
  app.clock.advance(tryMs)
  await sendMails(system(app), over(mailbox.url))
  expect(mailbox.received).toHaveLength(1)
  // The first one's failure comes late, and changes nothing.
  silent.hangUp()
  await dying
  expect(await stateOf(app, id)).toEqual({ state: 'sent', attempts: 2, last_error: null, emptied: true })
})

/** Takes connections and says nothing. */
async function silentServer() {
  const sockets: Socket[] = []
  const server = createServer((socket) => void sockets.push(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const hangUp = () => sockets.forEach((socket) => socket.destroy())
  onTestFinished(() => {
    hangUp()
    server.close()
  })
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, hangUp }
}
