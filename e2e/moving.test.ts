import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished, expect, test } from 'vitest'
import { call, ownerCookie } from '../apps/server/test/calls.ts'
import { staffActor, testAppForThis, type TestApp } from '../apps/server/test/harness.ts'
import { exportUsers, importUser, linesOf, usersIn } from '../apps/server/src/modules/status/users/index.ts'
import { exportUsers as exportFromEdge, importUsers as importToEdge } from '../tools/edge/move.ts'
import { testEdge } from '../tools/edge/testing.ts'

const dayMs = 86_400_000
const staff = staffActor('owner')

/** Users of every kind, made on a server; answers the tokens of their links. */
async function someUsers(app: TestApp): Promise<string[]> {
  // Half a day aside of a whole number of days left.
  app.clock.set(new Date(Date.now() - 40.5 * dayMs))
  const cookie = await ownerCookie(app)
  const make = async (body: { username: string; note?: string; days?: number }) => {
    const { data } = await call(app, 'POST /api/admin/users', { cookie, body })
    app.clock.advance(1000)
    return data
  }
  const recharge = (id: string, body: object) =>
    call(app, `POST /api/admin/users/${id}/recharge`, { cookie, body })
  const over = await make({ username: '到期', days: 30 })
  const taken = await make({ username: 'taken-back', days: 60 })
  await recharge(taken.user.id, { change_days: -3650, reason: 'refunded' })
  const never = await make({ username: 'never-had', note: 'it\'s\n"quoted"\'); --' })
  const running = await make({ username: 'running', days: 90 })
  app.clock.advance(1000)
  await recharge(running.user.id, { change_days: -7, reason: '更正\n<b>', internal_note: 'a secret' })
  app.clock.set(new Date())
  return [over, taken, never, running].map(({ token }) => token as string)
}

const linesIn = async (app: TestApp) => Array.fromAsync(linesOf(await exportUsers(app.command(staff))))

/** What the links show, but for the time of the question. */
const shownBy = ({ url }: { readonly url: string }, tokens: readonly string[]) =>
  Promise.all(
    tokens.map(async (token) => {
      const { status, data } = await call({ url }, `GET /api/status/${token}`)
      return { status, ...data, server_time: 0 }
    }),
  )

test('users move from the server to the Worker and back: time that runs and time that is over, records, links', async () => {
  const [here, there, edge] = await Promise.all([testAppForThis(), testAppForThis(), testEdge()])
  onTestFinished(() => edge.close())
  there.clock.set(new Date())
  const tokens = await someUsers(here)
  const lines = await linesIn(here)
  const file = join(edge.folder, 'users.jsonl')
  await writeFile(file, lines.join(''))
  expect(await importToEdge(edge, file)).toEqual({ read: 4, refused: [] })
  expect(await Array.fromAsync(await exportFromEdge(edge))).toEqual(lines)

  for await (const user of usersIn(await exportFromEdge(edge))) {
    expect(await importUser(there.command(staff), user)).toBe(true)
  }
  expect(await linesIn(there)).toEqual(lines)

  const shown = await shownBy(here, tokens)
  expect(shown).toMatchObject([
    { username: '到期', days_left: 0, expire_at: expect.any(Number), history: [{ change_days: 30 }] },
    { username: 'taken-back', days_left: 0, expire_at: expect.any(Number), history: [{}, {}] },
    { username: 'never-had', days_left: 0, expire_at: null, history: [] },
    { username: 'running', days_left: 43, history: [{ reason: '更正\n<b>' }, { change_days: 90 }] },
  ])
  expect(await shownBy(edge, tokens)).toEqual(shown)
  expect(await shownBy(there, tokens)).toEqual(shown)
})
