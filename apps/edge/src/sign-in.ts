import { z } from 'zod'
import { originOf, sameSite, type Ctx } from './call.ts'
import { countSignIn } from './limits.ts'
import { signedIn, type App } from './mount.ts'
import { cookieName, sessionHours, signIn, type Operator } from './operators.ts'
import { checkAll, jsonOf } from './parse.ts'
import { done } from './reply.ts'

const credentials = z.strictObject({
  username: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(300),
})

/** Whoever is an operator here may do all that the family has; the console shows the pages of these and no others. */
const permissions = ['status.read', 'status.write', 'status.recharge', 'status.reveal', 'audit.read']

const present = ({ name }: Operator) => ({ id: name, username: name, role: 'owner', permissions })

/** Signing in and out, and who is signed in; replies as the server edition's. */
export function mountSignIn(app: App): void {
  app.post('/api/admin/login', async (c) => {
    sameSite(c)
    const { json } = await jsonOf(c.req.raw)
    const [given] = checkAll([{ schema: credentials, value: json }]) as [z.output<typeof credentials>]
    const now = new Date()
    await countSignIn(c.env, originOf(c), given.username, now)
    const { operator, token } = await signIn(c.env, given.username, given.password, now)
    return done({ staff: present(operator) }, c.var.requestId, cookie(c, token, sessionHours * 3600))
  })
  app.post('/api/admin/logout', async (c) => {
    await signedIn(c)
    sameSite(c)
    return done({}, c.var.requestId, cookie(c, '', 0))
  })
  app.get('/api/admin/me', async (c) => {
    const own = { totp_enabled: false, recovery_codes_left: 0, may_change_password: false }
    return done({ ...present(await signedIn(c)), ...own }, c.var.requestId)
  })
}

function cookie(c: Ctx, value: string, maxAgeS: number): Record<string, string> {
  const isHttps = [c.req.url, c.env.PUBLIC_URL].some((url) => url?.startsWith('https:'))
  const secure = isHttps ? '; Secure' : ''
  return {
    'set-cookie': `${cookieName}=${value}; Path=/; Max-Age=${maxAgeS}; HttpOnly; SameSite=Lax${secure}`,
  }
}
