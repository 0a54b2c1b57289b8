import { z } from '@hono/zod-openapi'
import { emailTaken } from '../accounts/index.ts'
import {
  askerIn,
  login,
  mailCodeWrong,
  mailedCode,
  mailedCodeGuess,
  mailedCodeGuessOf,
  undoLinkWrong,
} from '../mail-codes/index.ts'
import { id, newPassword, opaque } from '../../../platform/http/fields.ts'
import { del, get, nothing, post, type Route } from '../../../platform/http/route.ts'
import { notFound, rateLimited } from '../../../platform/refusals.ts'
import { endOwnSession } from './end-own-session.ts'
import { presentSession, sessionShape } from './present.ts'
import { listOnline } from './queries.ts'
import { resetPassword } from './reset-password.ts'
import { staffSessionRoutes } from './rest-staff.ts'
import { undoAddress } from './undo-address.ts'

const postReset = post(
  '/api/auth/password/reset',
  {
    summary: 'Set a new password with the emailed code',
    who: 'anyone',
    proves: true,
    readsDevice: true,
    queue: 'hashing',
    body: z.strictObject({ login, code: mailedCode, password: newPassword }),
    data: nothing,
    refuses: [mailCodeWrong, rateLimited],
  },
  async ({ cmd, body, cookies }) => {
    const asker = askerIn({ body, cookies })
    const { code, password } = body
    await cmd.services.guesses.attempt(cmd, mailedCodeGuessOf(cmd, asker), () =>
      resetPassword(cmd, { ...asker, code, password }),
    )
    return {}
  },
)

const postUndoEmail = post(
  '/api/auth/email/undo',
  {
    summary:
      'Undo an email change with the link sent to the old address, and set a new password; ends all sessions',
    who: 'anyone',
    proves: true,
    queue: 'hashing',
    body: z.strictObject({ token: opaque(100), password: newPassword }),
    data: nothing,
    refuses: [undoLinkWrong, emailTaken, rateLimited],
  },
  async ({ cmd, body }) => {
    await cmd.services.guesses.attempt(cmd, mailedCodeGuess, () => undoAddress(cmd, body))
    return {}
  },
)

const getMySessions = get(
  '/api/users/me/sessions',
  {
    summary: 'My signed-in devices and portal browsers',
    who: 'customer',
    data: z.object({ items: z.array(sessionShape) }),
  },
  async ({ cmd }) => {
    const toleranceMs = cmd.services.settings.verification.tolerance_secs * 1000
    const since = new Date(cmd.now.getTime() - toleranceMs)
    const mine = await listOnline(cmd.services.db, { since, accountId: cmd.actor.id }, { limit: 200 })
    return { items: mine.items.map((session) => presentSession(session, cmd.actor.sessionId)) }
  },
)

const deleteMySession = del(
  '/api/users/me/sessions/:id',
  {
    summary: 'Sign out one of my devices',
    who: 'customer',
    params: z.object({ id }),
    data: nothing,
    refuses: [notFound],
  },
  async ({ cmd, params }) => {
    await endOwnSession(cmd, { sessionId: params.id })
    return {}
  },
)

export const sessionRoutes: readonly Route[] = [
  postReset,
  postUndoEmail,
  getMySessions,
  deleteMySession,
  ...staffSessionRoutes,
]
