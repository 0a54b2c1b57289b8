import { openPasswords } from '../../apps/server/src/platform/passwords.ts'
import type { Server } from './server.ts'

export interface Customer {
  readonly accountId: string
  readonly username: string
  readonly token: string
  readonly sessionToken: string
}

export const password = 'a long password'

/** Cost of the passwords where hashing isn't what is measured; four is the least that bcrypt knows. */
export const lowCost = { LESSOR_VERIFICATION_BCRYPT_COST: '4' }

/** The id of account number `n`; ids are in the order of their numbers, as the product's are in the order of time. */
export const accountIdOf = (n: number): string =>
  `019a0000-0000-7000-8001-${n.toString(16).padStart(12, '0')}`

/** The same in SQL, for rows of a kind (four hexadecimal digits). */
export const idInSql = (kind: string, n: string): string =>
  `('019a0000-0000-7000-${kind}-' || lpad(to_hex(${n}), 12, '0'))::uuid`

// Of every tenth account.
const chineseName = (n: string) =>
  `case when ${n} % 10 = 0 then substr('王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗', 1 + ${n} / 10 % 20, 1)
     || substr('伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚', 1 + ${n} / 200 % 20, 1)
     || substr('小明强华文建国志海云', 1 + ${n} / 4000 % 10, 1) end`

/** Makes the accounts number `from` to `to` in one statement, over a year; all have the same password. */
export async function makeAccounts({ db }: Server, from: number, to: number, cost: number): Promise<void> {
  const hash = await openPasswords(cost, 1).hash(password)
  await db.query(
    `insert into accounts_account (id, username, username_key, display_name, password_hash, created_at)
     select ${idInSql('8001', 'n')}, 'customer-' || n, 'customer-' || n, ${chineseName('n')}, $3,
       date_trunc('milliseconds', now()) - (1 - n::float8 / $2::int) * interval '365 days'
     from generate_series($1::int, $2::int) n`,
    [from, to, hash],
  )
}

/** Signs accounts in over HTTP, each on a device of its own. */
export async function signIn({ calls }: Server, numbers: readonly number[]): Promise<Customer[]> {
  const customers: Customer[] = []
  const queue = numbers.entries()
  const work = async () => {
    for (const [place, number] of queue) {
      const username = `customer-${number}`
      const body = { username, password, hardware_code: `HW-${number}`, software_version: '1.0.0' }
      const answer = await calls.data<SignedIn>('POST /api/auth/login', { body })
      const { token, session_token: sessionToken, user } = answer
      customers[place] = { accountId: user.id, username, token, sessionToken }
    }
  }
  await Promise.all(Array.from({ length: 8 }, work))
  return customers
}

interface SignedIn {
  readonly token: string
  readonly session_token: string
  readonly user: { readonly id: string }
}

export const range = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => from + i)
