import { randomInt, randomUUID } from 'node:crypto'
import { customer, type Answer } from '../calls.ts'
import type { Change, Customer } from './ledger.ts'
import { attempt, oneOf, settle, type Client } from './client.ts'

type Step = (client: Client) => Promise<void>

// In percent.
const mix: readonly [number, Step][] = [
  [4, register],
  [14, signIn],
  [30, redeem],
  [30, grant],
  [10, repeat],
  [6, beat],
  [6, lookUp],
]
const steps = mix.flatMap(([share, step]) => Array<Step>(share).fill(step))

/** What a client does next. */
export const nextStep = (): Step => oneOf(steps)

export async function register(client: Client): Promise<void> {
  const username = `u${randomUUID().slice(0, 18)}`
  const email = client.mail ? { email: `${username}@example.org` } : {}
  const body = { username, password: customer.password, ...email }
  // Taken: a try whose answer was lost had worked.
  demand(client, 'register', await settle(client, 'POST /api/auth/register', { body }), 0, 'username_taken')
  const made = await login(client, username)
  client.own.push(made)
  client.ledger.customers.push(made)
}

/** Once it is answered, no server that lives believes the session before. */
async function signIn(client: Client): Promise<void> {
  const one = oneOf(client.own)
  const { token, sessionToken } = one
  Object.assign(one, await login(client, one.username))
  const body = { session_token: sessionToken }
  for (const url of client.urls()) {
    const answers = [
      await attempt(client, url, 'GET /api/users/me', { token }),
      await attempt(client, url, 'POST /api/heartbeat', { body }),
    ]
    // One that was killed, or is without its database, accepts no session.
    const given = answers.filter((answer) => answer !== undefined).filter(({ status }) => status !== 503)
    for (const answer of given) demand(client, `replaced, at ${url}`, answer, 'session_replaced')
  }
}

async function login(client: Client, username: string): Promise<Customer> {
  const body = { ...customer, username }
  const answer = await settle(client, 'POST /api/auth/login', { body })
  demand(client, 'login', answer, 0)
  client.ledger.loginMs.push(answer.tookMs)
  const { user, token, session_token: sessionToken } = answer.data as Login
  return { id: user.id, username, token, sessionToken }
}

interface Login {
  readonly user: { readonly id: string }
  readonly token: string
  readonly session_token: string
}

async function redeem(client: Client): Promise<void> {
  const one = oneOf(client.own)
  const { level, days, code } = client.unused.pop() ?? (await issue(client))
  await make(client, { kind: 'code', key: randomUUID(), accountId: one.id, level, days, code })
}

/** Anybody's account, so that several change one lease at once. */
async function grant(client: Client): Promise<void> {
  const { id: accountId } = oneOf(client.ledger.customers)
  const change = { accountId, level: 1 + randomInt(3), days: 1 + randomInt(9) }
  await make(client, { kind: 'grant', key: randomUUID(), ...change })
}

async function make(client: Client, change: Change): Promise<void> {
  client.ledger.changes.push(change)
  const answer = await send(client, change)
  demand(client, change.kind, answer, 0)
  change.answer = JSON.stringify(answer.data)
}

/** The same key again: the same answer, whatever has happened since; the same code under another key: used. */
async function repeat(client: Client): Promise<void> {
  const own = new Set(client.own.map(({ id }) => id))
  const answered = client.ledger.changes.filter(
    ({ kind, accountId, answer }) => answer !== undefined && (kind === 'grant' || own.has(accountId)),
  )
  const change = answered[randomInt(answered.length + 1)]
  if (!change) return
  client.ledger.repeats++
  const again = await send(client, change)
  if (JSON.stringify(again.data) !== change.answer)
    client.ledger.wrong.push(`another answer for ${change.key}`)
  if (change.kind === 'code') {
    demand(client, 'used code', await send(client, { ...change, key: randomUUID() }), 'code_used')
  }
}

function send(client: Client, { key, kind, accountId, level, days, code }: Change): Promise<Answer> {
  const headers = { 'idempotency-key': key }
  if (kind === 'grant') {
    const options = { cookie: client.cookie, headers, body: { change_days: days, reason: key } }
    if (level === 1) return settle(client, `POST /api/admin/users/${accountId}/recharge`, options)
    const body = { ...options.body, level }
    return settle(client, `POST /api/admin/accounts/${accountId}/grant`, { ...options, body })
  }
  const token = client.own.find(({ id }) => id === accountId)?.token ?? ''
  return settle(client, 'POST /api/recharge', { token, headers, body: { card_code: code } })
}

async function issue(client: Client) {
  const terms = { level: 1 + randomInt(3), days: 1 + randomInt(30) }
  const headers = { 'idempotency-key': randomUUID() }
  const body = { ...terms, count: 100 }
  const answer = await settle(client, 'POST /api/admin/code-batches', {
    cookie: client.cookie,
    headers,
    body,
  })
  demand(client, 'issue', answer, 0)
  const { batch, codes } = answer.data as { batch: { id: string }; codes: string[] }
  client.ledger.batches.push({ id: batch.id, codes })
  const [first = '', ...others] = codes
  client.unused.push(...others.map((code) => ({ ...terms, code })))
  return { ...terms, code: first }
}

async function beat(client: Client): Promise<void> {
  const { sessionToken: session_token } = oneOf(client.own)
  demand(client, 'heartbeat', await settle(client, 'POST /api/heartbeat', { body: { session_token } }), 0)
  client.ledger.heartbeats++
}

/** As a customer with a status link does, which shows the account's name. */
async function lookUp(client: Client): Promise<void> {
  const one = oneOf(client.own)
  one.link ??= await linkOf(client, one)
  const answer = await settle(client, `GET /api/status/${one.link}`, {})
  demand(client, 'status link', answer, 0)
  if (answer.data?.username !== one.username) client.ledger.wrong.push(`the link of ${one.username}`)
  client.ledger.lookUps++
}

async function linkOf(client: Client, { id }: Customer): Promise<string> {
  const headers = { 'idempotency-key': randomUUID() }
  const options = { cookie: client.cookie, headers }
  const answer = await settle(client, `POST /api/admin/users/${id}/reset-token`, options)
  demand(client, 'reset link', answer, 0)
  return (answer.data as { token: string }).token
}

/** Notes an answer that no fault excuses. */
function demand(client: Client, what: string, { status, code }: Answer, ...right: (string | 0)[]): void {
  if (!right.includes(code)) client.ledger.wrong.push(`${what}: ${status} ${code}`)
}
