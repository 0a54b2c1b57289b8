/** One running edition, as the suite meets it: over HTTP alone. */
export interface Edition {
  /** Without a slash at the end. */
  readonly url: string
  /** Signs an operator in by `POST /api/admin/login`; answers the Cookie header. */
  readonly operator: { readonly username: string; readonly password: string }
}

/** Data whose shape the test knows; what is compared with it is what checks it. */
// oxlint-disable-next-line typescript/no-explicit-any
type Loose = any

interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly code: 0 | string
  readonly message: string
  readonly data: Loose
  readonly requestId: string
  readonly errors?: readonly { path: string; message: string }[]
}

interface Asking {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export type Ask = (at: string, asking?: Asking) => Promise<Answer>

/** Asks over HTTP as anybody; `at` is like `POST /api/admin/users`. */
export const asking =
  (edition: Edition, cookie = ''): Ask =>
  async (at, { body, headers } = {}) => {
    const [method = 'GET', path = '/'] = at.split(' ')
    const response = await fetch(edition.url + path, {
      method,
      headers: {
        ...(cookie && { cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.startsWith('application/json')
    const envelope: Loose = isJson ? JSON.parse(text) : {}
    return { ...envelope, status: response.status, headers: response.headers, text }
  }

/** Signs in; answers who asks with the operator's cookie. */
export async function signedIn(edition: Edition): Promise<Ask> {
  const answer = await asking(edition)('POST /api/admin/login', { body: edition.operator })
  if (answer.code !== 0) throw new Error(`The operator could not sign in: ${answer.code}`)
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  return asking(edition, cookies.join('; '))
}

/** The id of no user. */
export const unknownId = '019a0000-0000-7000-8000-00000000dead'
