import { getCookie } from 'hono/cookie'
import { z } from 'zod'
import { isHttps, originOf, sameSite, type Ctx } from './call.ts'
import { attemptSignIn } from './guesses.ts'
import { deviceCookie, deviceDays, deviceIn, markDevice } from './known-device.ts'
import { sessionIn, signedIn, type App } from './mount.ts'
import { cookieName, endSession, sessionHours, signIn, type Operator } from './operators.ts'
import { checkAll, jsonOf } from './parse.ts'
import { done } from './reply.ts'

const credentials = z.strictObject({
  username: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(300),
})

/** An operator here may do all that the family has; the console shows the pages of these and no others. */
const permissions = ['status.read', 'status.write', 'status.recharge', 'status.reveal', 'audit.read']

const present = ({ name }: Operator) => ({ id: name, username: name, role: 'owner', permissions })

/** Signing in and out, and who is signed in; replies as the server edition's. */
export function mountSignIn(app: App): void {
  app.post('/api/admin/login', async (c) => {
    sameSite(c)
    const { json } = await jsonOf(c.req.raw)
    const [given] = checkAll([{ schema: credentials, value: json }]) as [z.output<typeof credentials>]
    const { username, password } = given
    const knownDevice = await deviceIn(c.env, username, getCookie(c, deviceCookie))
    const { operator, token } = await attemptSignIn(c.env, originOf(c), { username, knownDevice }, () =>
      signIn(c.env, username, password, new Date()),
    )
    const marked = await markDevice(c.env, username, knownDevice)
    const answer = done({ staff: present(operator) }, c.var.requestId)
    answer.headers.append('set-cookie', cookieOf(c, cookieName, token, sessionHours * 3_600))
    answer.headers.append('set-cookie', cookieOf(c, deviceCookie, marked, deviceDays * 86_400))
    return answer
  })
  app.post('/api/admin/logout', async (c) => {
    const session = await sessionIn(c)
    sameSite(c)
    await endSession(c.env, session)
    return done({}, c.var.requestId, { 'set-cookie': cookieOf(c, cookieName, '', 0) })
  })
  app.get('/api/admin/me', async (c) => {
    const own = { totp_enabled: false, recovery_codes_left: 0, may_change_password: false }
    return done({ ...present(await signedIn(c)), ...own }, c.var.requestId)
  })
}

function cookieOf(c: Ctx, name: string, value: string, maxAgeS: number): string {
  const secure = isHttps(c) ? '; Secure' : ''
  return `${name}=${value}; Path=/; Max-Age=${maxAgeS}; HttpOnly; SameSite=Lax${secure}`
}
