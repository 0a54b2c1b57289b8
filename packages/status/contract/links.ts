import { describe, expect, test } from 'vitest'
import { unknownId, type Ask, type Edition } from './edition.ts'

interface Given {
  readonly edition: Edition
  readonly anybody: Ask
  readonly operator: Ask
}

/** A link is made with its user, shown again without a change, and replaced. */
export function linksContract(given: () => Given): void {
  const ask: Ask = (at, asked) => given().operator(at, asked)
  const make = async (username: string, days = 0) =>
    (await ask('POST /api/admin/users', { body: { username, days } })).data
  const reset = async (id: string) => (await ask(`POST /api/admin/users/${id}/reset-token`)).data
  const reveal = (id: string) => ask(`POST /api/admin/users/${id}/reveal-link`)
  const opened = (token: string) => given().anybody(`GET /api/status/${token}`)

  describe('a link', () => {
    test('is shown again as it is, as often as is asked, and each time is logged without the token', async () => {
      const { user, token, status_url } = await make('shown-again', 3)
      for (let i = 0; i < 2; i++) {
        expect(await reveal(user.id)).toMatchObject({ status: 200, data: { token, status_url } })
      }
      expect((await opened(token)).data).toMatchObject({ username: 'shown-again', days_left: 3 })
      const log = await ask(`GET /api/admin/logs/audit?action=status.link_revealed&subject_id=${user.id}`)
      const entry = { action: 'status.link_revealed', actor: { name: given().edition.operator.username } }
      expect(log.data.items).toMatchObject([entry, entry])
      expect(log.data.items[0].after.link_sha256).toMatch(/^[0-9a-f]{64}$/)
      expect(log.text).not.toContain(token)
    })

    test('is dead at once after a reset, which keeps the days; the new one is shown from then on', async () => {
      const { user, token } = await make('reset', 4)
      const made = await reset(user.id)
      expect(made.token).toMatch(/^[\w-]{43}$/)
      expect(made.status_url).toBe(`${given().edition.url}/status/${made.token}`)
      expect((await opened(token)).status).toBe(404)
      expect((await opened(made.token)).data).toMatchObject({ username: 'reset', days_left: 4 })
      expect((await reveal(user.id)).data).toEqual(made)
    })

    test('is said to be there by the list, which shows none', async () => {
      const { user, token } = await make('has-a-link')
      const list = await ask(`GET /api/admin/users?query=${user.id}`)
      expect(list.data.items).toMatchObject([{ link: 'showable' }])
      expect(list.text).not.toContain(token)
    })

    test('of no user is not found', async () => {
      expect((await ask(`POST /api/admin/users/${unknownId}/reset-token`)).status).toBe(404)
      expect(await reveal(unknownId)).toMatchObject({ status: 404, code: 'not_found' })
    })
  })
}
