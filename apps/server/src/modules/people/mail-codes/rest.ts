import { z } from '@hono/zod-openapi'
import { accountByLogin, emailTaken } from '../accounts/index.ts'
import type { Command } from '../../../platform/command.ts'
import { line, shaped } from '../../../platform/http/fields.ts'
import { nothing, post, type Call, type Route } from '../../../platform/http/route.ts'
import { deviceCookies } from '../../../platform/known-device.ts'
import { rateLimited } from '../../../platform/refusals.ts'
import { mailCodeWrong, undoLinkWrong } from './errors.ts'
import { knownBrowser, type Asker } from './known-browser.ts'
import { mailCodeDigits } from './model.ts'
import { verifyEmail } from './verify-email.ts'
import { requestMailCode } from './request-mail-code.ts'

/** How a person who can't sign in says who they are: username or address. */
export const login = line(254)
/** As it stands in the mail; spaces that people type between the digits don't count. */
export const mailedCode = z
  .string()
  .max(40)
  .overwrite((text) => text.normalize('NFKC').replace(/[\s-]/g, ''))
  .refine(
    ...shaped(new RegExp(`^\\d{${mailCodeDigits}}$`), {
      en: `${mailCodeDigits} digits, as in the email`,
      zh: `须为邮件中的 ${mailCodeDigits} 位数字`,
    }),
  )

/** For every way to try what was mailed. */
export const mailedCodeGuess = { limit: 'mailedCode', wrong: [mailCodeWrong, undoLinkWrong] } as const

/** The same for a code, which a known browser may try whatever others do at its address. */
export const mailedCodeGuessOf = (cmd: Command, asker: Asker) => ({
  ...mailedCodeGuess,
  known: async () => knownBrowser(cmd, asker, await accountByLogin(cmd.services.db, asker.login)),
})

/** Who asks, and in which browser. */
export const askerIn = ({ body, cookies }: { body: { login: string }; cookies: Call['cookies'] }): Asker => ({
  login: body.login,
  deviceCookie: cookies[deviceCookies.customer],
})

const postVerifyRequest = post(
  '/api/auth/email/verify-request',
  {
    summary: 'Email a code to verify the address; the response is the same for unknown accounts',
    who: 'anyone',
    limit: 'mail',
    readsDevice: true,
    body: z.strictObject({ login }),
    data: nothing,
  },
  async ({ cmd, body, cookies }) => {
    await requestMailCode(cmd, { ...askerIn({ body, cookies }), purpose: 'verify_email' })
    return {}
  },
)

const postVerify = post(
  '/api/auth/email/verify',
  {
    summary: 'Verify the email address with the emailed code',
    who: 'anyone',
    proves: true,
    readsDevice: true,
    body: z.strictObject({ login, code: mailedCode }),
    data: nothing,
    refuses: [mailCodeWrong, emailTaken, rateLimited],
  },
  async ({ cmd, body, cookies }) => {
    const asker = askerIn({ body, cookies })
    await cmd.services.guesses.attempt(cmd, mailedCodeGuessOf(cmd, asker), () =>
      verifyEmail(cmd, { ...asker, code: body.code }),
    )
    return {}
  },
)

const postForgot = post(
  '/api/auth/password/forgot',
  {
    summary: 'Email a code to reset the password; the response is the same for unknown accounts',
    who: 'anyone',
    limit: 'mail',
    readsDevice: true,
    body: z.strictObject({ login }),
    data: nothing,
  },
  async ({ cmd, body, cookies }) => {
    await requestMailCode(cmd, { ...askerIn({ body, cookies }), purpose: 'reset_password' })
    return {}
  },
)

export const mailCodeRoutes: readonly Route[] = [postVerifyRequest, postVerify, postForgot]
