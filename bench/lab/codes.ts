import { newId } from '@lessor/kit'
import { wire } from './load.ts'
import type { Customer } from './customers.ts'
import type { Server } from './server.ts'

/** A code as whoever holds it types it, and as the database knows it. */
export interface Code {
  readonly text: string
  readonly id: string
  readonly batchId: string
  readonly hash: Buffer
}

interface Issued {
  readonly batch: { readonly id: string }
  readonly codes: readonly string[]
}

// More are shown only by an export.
const largestShown = 1_000

/** Issues codes of level 1 for 30 days over HTTP. */
export async function issueCodes(server: Server, count: number): Promise<Code[]> {
  const cookie = await server.calls.ownerCookie()
  const codes: Code[] = []
  while (codes.length < count) {
    const body = { level: 1, days: 30, count: Math.min(largestShown, count - codes.length) }
    codes.push(
      ...(await known(server, await server.calls.data('POST /api/admin/code-batches', { cookie, body }))),
    )
  }
  return codes
}

/** Ids are in the order in which the codes were made, which is that of the answer. */
async function known({ db }: Server, { batch, codes }: Issued): Promise<Code[]> {
  const sql = 'select id, hash from codes_code where batch_id = $1 order by id'
  const { rows } = await db.query<{ id: string; hash: Buffer }>(sql, [batch.id])
  return rows.map((row, place) => ({ ...row, text: codes[place] ?? '', batchId: batch.id }))
}

/** A redemption for each customer, as the client of packages/client sends it: under a key of its own. */
export async function recharges(server: Server, customers: readonly Customer[]): Promise<string[]> {
  const codes = await issueCodes(server, customers.length)
  return customers.map(({ token }, place) =>
    wire({ at: 'POST /api/recharge', token, key: newId(), body: { card_code: codes[place]?.text } }),
  )
}
