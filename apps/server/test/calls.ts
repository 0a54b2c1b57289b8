import type { TestApp } from './harness.ts'

/** What a server answered: the status and the envelope. */
export interface Answer<Data = Loose> {
  readonly status: number
  readonly code: 0 | string
  readonly message: string
  readonly data: Data
  readonly requestId: string
  readonly errors?: readonly { path: string; message: string }[]
  readonly headers: Headers
}

/** Data whose shape the test knows; what is compared with it is what checks it. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Loose = any

export interface CallOptions {
  readonly token?: string
  readonly cookie?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** Calls a route over HTTP; `at` is like `POST /api/recharge`. */
export async function call(
  app: { readonly url: string },
  at: string,
  options: CallOptions = {},
): Promise<Answer> {
  const [method = 'GET', path = '/'] = at.split(' ')
  const response = await fetch(app.url + path, {
    method,
    headers: {
      ...(options.body !== undefined && { 'content-type': 'application/json' }),
      ...(options.token && { authorization: `Bearer ${options.token}` }),
      ...(options.cookie && { cookie: options.cookie }),
      ...options.headers,
    },
    ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
  })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    ...(isFile(response) ? { ...file, data: text } : (JSON.parse(text) as Envelope)),
  }
}

type Envelope = Omit<Answer, 'status' | 'headers'>

/** Exports answer a file instead of the envelope. */
const isFile = ({ headers }: Response) => headers.get('content-type')?.startsWith('text/csv') === true
const file = { code: 0, message: '', requestId: '' } as const

/** A server, and who owns it. */
export type Reachable = Pick<TestApp, 'url' | 'ownerPassword'>

/** Signs the owner in; answers the cookie. */
export async function ownerCookie(app: Reachable): Promise<string> {
  const answer = await call(app, 'POST /api/admin/login', {
    body: { username: 'owner', password: app.ownerPassword },
  })
  if (answer.code !== 0) throw new Error(`The owner could not sign in: ${answer.code}`)
  return cookieOf(answer)
}

/** The cookie that an answer sets, as a Cookie header. */
export const cookieOf = ({ headers }: Answer): string =>
  headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ')

export const customer = { password: 'a long password', hardware_code: 'HW-1', software_version: '1.0.0' }

/** Registers a customer and signs it in; answers the data of the login. */
export async function signedIn(
  app: { readonly url: string },
  username: string,
  hardware = 'HW-1',
): Promise<Loose> {
  const { password, software_version } = customer
  await call(app, 'POST /api/auth/register', { body: { username, password } })
  const body = { username, password, hardware_code: hardware, software_version }
  const answer = await call(app, 'POST /api/auth/login', { body })
  if (answer.code !== 0) throw new Error(`${username} could not sign in: ${answer.code}`)
  return answer.data
}

/** Registers a customer and signs a browser in at the portal; answers what that answered, and its cookie. */
export async function atPortal(app: { readonly url: string }, username: string) {
  const { password } = customer
  await call(app, 'POST /api/auth/register', { body: { username, password } })
  const answer = await call(app, 'POST /api/portal/login', { body: { username, password } })
  if (answer.code !== 0) throw new Error(`${username} could not sign in: ${answer.code}`)
  return { answer, cookie: cookieOf(answer) }
}

/** Issues codes as the owner; answers their texts. */
export async function issueCodes(
  app: TestApp,
  cookie: string,
  batch: { level?: number; days?: number; count?: number; note?: string } = {},
) {
  const body = { level: 1, days: 30, count: 1, ...batch }
  const answer = await call(app, 'POST /api/admin/code-batches', { cookie, body })
  if (answer.code !== 0) throw new Error(`No codes were issued: ${answer.code}`)
  return answer.data.codes as string[]
}
