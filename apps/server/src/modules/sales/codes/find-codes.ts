import { nameKey } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import type { Page, Paged } from '../../../platform/paging.ts'
import { accountForLogin, usernamesOf } from '../../people/accounts/index.ts'
import { normaliseCode, type Status } from './model.ts'
import { listCodes, type Code, type Wanted } from './queries.ts'

export interface CodeQuestion {
  readonly status?: Status | undefined
  readonly batchId?: string | undefined
  /** A whole code, its last four characters, or the name of the account that used it. */
  readonly query?: string | undefined
}

export interface FoundCode extends Code {
  readonly usedByName: string | null
}

/** Codes, newest batch first, with the names of who used them. */
export async function findCodes(cmd: Command, question: CodeQuestion, page: Page): Promise<Paged<FoundCode>> {
  const { db } = cmd.services
  const { query, ...filters } = question
  const wanted = query ? await wantedBy(cmd, query) : undefined
  const { items, nextCursor } = await listCodes(db, { ...filters, wanted }, cmd.now, page)
  const names = await usernamesOf(db, items.flatMap(({ usedBy }) => usedBy ?? [])) // prettier-ignore
  const named = items.map((code) => ({
    ...code,
    usedByName: code.usedBy ? (names.get(code.usedBy) ?? null) : null,
  }))
  return { items: named, nextCursor }
}

async function wantedBy({ services: { db, secrets } }: Command, query: string): Promise<Wanted> {
  const code = normaliseCode(query)
  const account = await accountForLogin(db, nameKey(query))
  return { hashes: secrets.codeHashes(code), tail: code, usedBy: account?.id }
}
