import { randomUUID } from 'node:crypto'
import type { Server } from './server.ts'

interface Batch {
  readonly level: number
  readonly days: number
  readonly count: number
}

interface AuditEntry {
  readonly action: string
  readonly actor: { readonly name: string }
}

/** What the owner does in this story, over the same routes as the pages use. */
export interface Staff {
  readonly role: string
  /** Answers the codes in the clear. */
  issueCodes(batch: Batch): Promise<readonly string[]>
  grant(accountId: string, level: number, days: number): Promise<void>
  /** Which hardware codes of the account are online. */
  devicesOf(accountId: string): Promise<readonly string[]>
  /** The last changes and who made them, newest first. */
  audit(): Promise<readonly AuditEntry[]>
}

export async function signInStaff({ url, owner }: Server): Promise<Staff> {
  const login = await send(url, 'POST /api/admin/login', '', owner)
  const cookie = login.cookies.map((text) => text.split(';')[0]).join('; ')
  const call = async (at: string, body?: object) => (await send(url, at, cookie, body)).data
  return {
    role: (login.data as { staff: { role: string } }).staff.role,
    issueCodes: async (batch) => {
      const { codes } = (await call('POST /api/admin/code-batches', batch)) as { codes: string[] }
      return codes
    },
    grant: async (accountId, level, days) => {
      await call(`POST /api/admin/accounts/${accountId}/grant`, {
        level,
        change_days: days,
        reason: '演示 / demo',
      })
    },
    devicesOf: async (accountId) => {
      const online = await call(`GET /api/admin/online-users?account_id=${accountId}`)
      return (online as { items: { hardware_code: string }[] }).items.map((session) => session.hardware_code)
    },
    audit: async () => {
      const log = await call('GET /api/admin/logs/audit?limit=4')
      return (log as { items: AuditEntry[] }).items
    },
  }
}

async function send(url: string, at: string, cookie: string, body?: object) {
  const [method = '', path = ''] = at.split(' ')
  const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  const answer = await fetch(url + path, { method, headers, body: body ? JSON.stringify(body) : null })
  const { code, message, data } = (await answer.json()) as {
    code: 0 | string
    message: string
    data: unknown
  }
  if (code !== 0) throw new Error(`${at}: ${code}: ${message}`)
  return { data, cookies: answer.headers.getSetCookie() }
}
