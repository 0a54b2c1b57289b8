import { openApiDocument } from '../apps/server/src/openapi.ts'
import type { Finding } from './lab/benchmark.ts'
import { accountIdOf } from './lab/customers.ts'
import { median } from './lab/rounds.ts'
import type { Server } from './lab/server.ts'

/** Milliseconds of one page, with many accounts and with few. */
interface PageTimes {
  readonly page: string
  readonly large: number
  readonly small: number
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly schema: { readonly enum?: string[] } }[]
}

const { paths: documented } = openApiDocument() as { paths: Record<string, { get?: Operation }> }

/** Every list of the console under each of its sorts, as the API's own document has them. */
const sorted = Object.entries(documented).flatMap(([path, { get }]) => {
  const sorts = get?.parameters?.find(({ name }) => name === 'sort')?.schema.enum ?? []
  return path.endsWith('/export') ? [] : sorts.map((sort) => `${path}?${usedOnly(path, sort)}sort=${sort}`)
})

function usedOnly(path: string, sort: string): string {
  return path.endsWith('/codes') && sort.endsWith('used_at') ? 'status=used&' : ''
}

// What is searched for exists with few accounts and with many.
const id = accountIdOf(500)
const parts = ['customer', 'customer-5', 'er-999', '99', 'c', '王', '王伟', '伟小', '强-5', 'nobody']
const filtered: Readonly<Record<string, readonly string[]>> = {
  accounts: [...parts.map((part) => `query=${part}`), `query=${id}`, 'status=disabled', 'query=customer-5&sort=created_at'],
  users: [
    ...parts.map((part) => `query=${part}`),
    ...['active', 'within_3d', 'within_7d', 'expired', 'never'].map((state) => `state=${state}`),
    'name=customer-500', 'query=99&sort=expire_at', 'query=王&sort=-expire_at', 'state=expired&sort=username',
  ],
  'recharge-records': ['operator=operator 3', 'operator=nobody', `user_id=${id}`, 'operator=operator 3&sort=created_at'],
  'logs/recharges': [
    'operator_id=staff-3', 'operator_id=nobody', 'source=grant', 'source=code', 'source=order', 'source=grant&sort=created_at',
    `account_id=${id}`, 'username=customer-500',
  ],
  'logs/logins': [
    'username=customer-500', 'username=customer-9', 'username=nobody', 'hardware_code=HW-500', 'hardware_code=none',
    'result=accounts.disabled', 'result=sessions.bad_credentials', 'result=ok', 'result=none', 'ip=10.100.2.0', `account_id=${id}`,
  ],
  'logs/registrations': ['username=customer-100', 'ip=10.100.0.0', 'result=accounts.username_taken', 'result=none'],
  'logs/audit': [
    'action=codes.', 'action=codes.batch_issued', 'action=accounts.', 'action=none', 'actor_id=staff-3', 'actor=operator 3',
    'actor_id=staff-3&action=codes.', `subject_kind=account&subject_id=${id}`, 'action=leases.&sort=at',
  ],
  codes: [...['unused', 'used', 'expired', 'revoked'].map((status) => `status=${status}`), 'query=1EEF', 'query=customer-500'],
  'code-batches': ['query=batch'],
  mails: ['to=customer-100', 'state=failed', 'state=waiting', 'template=test'],
  'online-users': ['username=customer-500', `account_id=${id}`],
  dashboard: [],
} // prettier-ignore

const pages: readonly string[] = [
  ...sorted,
  ...Object.entries(filtered).flatMap(([list, queries]) =>
    queries.map((query) => `/api/admin/${list}?${encodeURI(query)}`),
  ),
  '/api/admin/dashboard/today',
]

/** Reads every page in turn from both, some times over; answers the medians. */
export async function timePages(large: Server, small: Server, rounds: number): Promise<PageTimes[]> {
  const times: PageTimes[] = []
  const measures = [await measureOf(large), await measureOf(small)] as const
  for (const page of pages) {
    const [ofLarge, ofSmall]: [number[], number[]] = [[], []]
    for (let round = 0; round <= rounds; round++) {
      const [slow, quick] = [await measures[0](page), await measures[1](page)]
      // The first warms both up.
      if (round === 0) continue
      ofLarge.push(slow)
      ofSmall.push(quick)
    }
    times.push({ page: decodeURI(page), large: median(ofLarge), small: median(ofSmall) })
  }
  return times
}

async function measureOf({ calls }: Server) {
  const cookie = await calls.ownerCookie()
  return async (page: string): Promise<number> => {
    const began = performance.now()
    await (await calls.raw(`GET ${page}`, { cookie })).arrayBuffer()
    return performance.now() - began
  }
}

/** The pages in the middle and at the end of all, by how much slower they are; the slowest go to the terminal. */
export function findingsOf(pages: readonly PageTimes[], size: string): Finding[] {
  const slowest = pages.toSorted((one, other) => other.large - one.large)
  for (const { page, large, small } of slowest.slice(0, 20))
    console.log(`${ms(large).padStart(9)} (${ms(small)} with few) ${page}`)
  const byRatio = pages.toSorted((one, other) => ratioOf(one) - ratioOf(other))
  const at = (share: number) => byRatio[Math.floor((byRatio.length - 1) * share)]
  return [0.5, 0.1, 0].flatMap((share) => {
    const page = at(share)
    if (!page) return []
    const what = `first pages of lists, sorts and searches with ${size}: ${(1 - share) * 100} % of ${pages.length} keep their time at least as ${page.page}`
    return [
      {
        what,
        figure: ms(page.large),
        reference: ms(page.small),
        value: ratioOf(page),
        unit: '',
        target: { atLeast: 0.8 },
      },
    ]
  })
}

const ratioOf = ({ large, small }: PageTimes) => small / large
const ms = (time: number) => `${time.toFixed(1)} ms`
