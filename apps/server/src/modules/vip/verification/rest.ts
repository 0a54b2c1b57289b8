import { z } from '@hono/zod-openapi'
import { nameKey } from '@lessor/kit'
import { vipDevices } from '../../leasing/catalog/index.ts'
import { leaseShape, vipOf } from '../levels/index.ts'
import {
  accountDisabled,
  emailUnverified,
  sessionEnded,
  sessionExpired,
  sessionReplaced,
  signIn,
  signOut,
} from '../../people/sessions/index.ts'
import { opaque, shaped } from '../../../platform/http/fields.ts'
import { apiHeaders } from '../../../platform/http/headers.ts'
import { get, nothing, post, type Route } from '../../../platform/http/route.ts'
import { deviceCookies, rememberDevice } from '../../../platform/known-device.ts'
import { invalidCredentials, rateLimited } from '../../../platform/refusals.ts'
import { answerTo, audienceOf, renewedToken } from './answer.ts'
import { customerCookie } from './authenticate-customer.ts'
import { heartbeat, paceOf, type Memory } from './heartbeat.ts'
import { browserStayMs } from './model.ts'
import { accessToken } from './tokens.ts'

const nonce = z
  .string()
  .refine(
    ...shaped(/^[\w-]{16,128}$/, {
      en: '16 to 128 letters from A to Z, digits, _ and -',
      zh: '须为 16 到 128 个英文字母、数字、_ 或 -',
    }),
  )
  .optional()
const minutesBetween = { description: 'Minutes between heartbeats' }
const statusInterval = z.int().min(1).max(1_440).optional().openapi(minutesBetween)
const alive = { heartbeat_interval: z.number(), ...leaseShape, signed: z.string() }
const ended = [sessionReplaced, sessionExpired, sessionEnded, accountDisabled]

const postLogin = (memory: Memory) =>
  post(
    '/api/auth/login',
    {
      summary: 'Sign in a device; devices over the limit are signed out',
      who: 'anyone',
      proves: true,
      queue: 'hashing',
      body: z.strictObject({
        username: opaque(200),
        password: z.string().min(1).max(1_000),
        hardware_code: opaque(200),
        software_version: opaque(100),
        status_interval: statusInterval,
        nonce,
      }),
      data: z.object({
        token: z.string(),
        session_token: z.string(),
        ...alive,
        user: z.object({ id: z.string(), username: z.string() }),
      }),
      refuses: [invalidCredentials, accountDisabled, emailUnverified, rateLimited],
    },
    async ({ cmd, body }) => {
      const { account, session, sessionToken } = await signIn(cmd, {
        username: body.username,
        password: body.password,
        device: {
          hardwareCode: body.hardware_code,
          softwareVersion: body.software_version,
          intervalS: body.status_interval === undefined ? null : body.status_interval * 60,
          allowed: vipDevices,
        },
      })
      const { timeline } = await vipOf(cmd.services.db, account.id, cmd.now)
      const cached = { session, username: account.username, timeline }
      const { expiry_hours: hours } = cmd.services.settings.jwt
      return {
        token: accessToken(cmd.services.secrets, session.id, account.id, cmd.now, hours),
        session_token: sessionToken,
        ...answerTo(cmd, cached, paceOf(cmd, session, memory), body.nonce),
        user: { id: account.id, username: account.username },
      }
    },
  )

const postPortalLogin = post(
  '/api/portal/login',
  {
    summary:
      'Sign in a browser at the portal (cookie) with the username or a verified email address; no device is signed out',
    who: 'anyone',
    proves: true,
    queue: 'hashing',
    setsCookie: true,
    body: z.strictObject({ username: opaque(200), password: z.string().min(1).max(1_000) }),
    data: z.object({ user: z.object({ id: z.string(), username: z.string() }) }),
    refuses: [invalidCredentials, accountDisabled, emailUnverified, rateLimited],
  },
  async (call) => {
    const { cmd, body, cookies, setCookie } = call
    const deviceCookie = cookies[deviceCookies.customer]
    const { account, sessionToken } = await signIn(cmd, {
      ...body,
      deviceCookie,
      shown: cookies[customerCookie],
    })
    setCookie({ name: customerCookie, value: sessionToken, maxAgeS: browserStayMs / 1000 })
    rememberDevice(call, 'customer', nameKey(body.username))
    return { user: { id: account.id, username: account.username } }
  },
)

const postLogout = post(
  '/api/auth/logout',
  { summary: 'End my session', who: 'customer', data: nothing },
  async ({ cmd, cookies, setCookie }) => {
    await signOut(cmd)
    if (customerCookie in cookies) setCookie({ name: customerCookie, value: '', maxAgeS: 0 })
    return {}
  },
)

const postHeartbeat = (memory: Memory) =>
  post(
    '/api/heartbeat',
    {
      summary: 'Heartbeat of a device, authenticated by the session token',
      who: 'anyone',
      proves: true,
      body: z.strictObject({
        session_token: opaque(200),
        status: z.record(z.string().max(100), z.unknown()).optional(),
        nonce,
      }),
      bodyLimit: 8_192,
      data: z.object({ ...alive, token: z.string().optional() }),
      refuses: ended,
    },
    async ({ cmd, body }) => {
      const { cached, pace } = await heartbeat(cmd, memory, {
        sessionToken: body.session_token,
        status: body.status,
      })
      const answer = answerTo(cmd, cached, pace, body.nonce)
      const token = renewedToken(cmd, cached)
      return token === undefined ? answer : { ...answer, token }
    },
  )

const getKeys = get(
  '/.well-known/lessor/keys.json',
  {
    summary: 'The public keys of signed responses as a JWK set (RFC 7517), and their audience',
    who: 'anyone',
    data: { media: 'application/json', description: 'A JWK set' },
  },
  async ({ cmd }) => {
    const keys = cmd.services.secrets.signingKeys.map(({ publicJwk }) => publicJwk)
    const headers = { ...apiHeaders, 'cache-control': 'public, max-age=300' }
    return Response.json({ audience: audienceOf(cmd), keys }, { headers })
  },
)

export const verificationRoutes = (memory: Memory): readonly Route[] => [
  postLogin(memory),
  postPortalLogin,
  postLogout,
  postHeartbeat(memory),
  getKeys,
]
