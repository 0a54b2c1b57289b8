/** Who is made at the first start. */
export const owner = { username: 'owner', password: 'correct horse battery' }

export interface Asked {
  readonly body?: unknown
  readonly token?: string
  readonly cookie?: string
}

/** Single requests, for what must be there before a measurement begins. */
export interface Calls {
  /** The `data` of the reply; throws for any other than a success. `at` is like `POST /api/recharge`. */
  data<Data>(at: string, asked?: Asked): Promise<Data>
  /** The raw answer, whose body is still to be read. */
  raw(at: string, asked?: Asked): Promise<Response>
  /** Signs the owner in, once: more than a few times in ten minutes are refused. */
  ownerCookie(): Promise<string>
}

export function callsOf(url: string): Calls {
  let ownerSignedIn: Promise<Response> | undefined
  const raw = async (at: string, { body, token, cookie }: Asked = {}) => {
    const [method = 'GET', path = '/'] = at.split(' ')
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
        ...(cookie && { cookie }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${at} answered ${response.status}: ${await response.text()}`)
    return response
  }
  return {
    raw,
    data: async <Data>(at: string, asked?: Asked) =>
      ((await (await raw(at, asked)).json()) as { data: Data }).data,
    ownerCookie: async () => {
      const { headers } = await (ownerSignedIn ??= raw('POST /api/admin/login', { body: owner }))
      return headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ') // prettier-ignore
    },
  }
}
