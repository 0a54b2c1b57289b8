import { newId } from '@lessor/kit'
import { randomBytes } from 'node:crypto'
import { listAccounts } from '../modules/people/accounts/index.ts'
import { createStaff, permissionsOf, roles } from '../modules/people/staff/index.ts'
import { systemCommand, type Command, type Services } from '../platform/command.ts'
import type { Logger } from '../platform/log.ts'
import type { Passwords } from '../platform/passwords.ts'
import { emptyStage, unlessRefused, type Link } from './stage.ts'
import { story } from './story.ts'

/** The password of everybody whom a development server makes up; it is known, so no other server may have it. */
export const seedPassword = 'only for development'

export interface SeedOptions {
  /** Whether accounts get the known password, and staff are made up too; else one password is generated. */
  readonly forDevelopment: boolean
  /** Also where there are accounts already. */
  readonly more: boolean
  readonly onProgress: (done: number, of: number) => void
  /** Called with the password before any account has it. */
  readonly onPassword: (password: string) => void
}

export interface Seeded {
  /** Of every account that was made up. */
  readonly password: string
  readonly accounts: number
  readonly links: readonly Link[]
}

/**
 * Makes up thirty days of history, so that there is something to look at; undefined when there are accounts already.
 * Everything that happened went through the use cases, as it would have then.
 */
export async function seed(
  services: Services,
  log: Logger,
  options: SeedOptions,
): Promise<Seeded | undefined> {
  const { forDevelopment, more, onProgress, onPassword } = options
  if (!more && (await listAccounts(services.db, {}, { limit: 1 })).items.length > 0) return undefined
  const password = forDevelopment ? seedPassword : randomBytes(15).toString('base64url')
  onPassword(password)
  const cmd = systemCommand({ ...services, passwords: hashedOnce(services.passwords) }, log, 'seed', newId())
  const operator = forDevelopment ? await makeStaff(cmd) : cmd
  const suffix = more ? `.${randomBytes(2).toString('hex')}` : ''
  const stage = emptyStage({ password, suffix, operator: operator.actor })
  const steps = story(stage, cmd.now).toSorted((one, other) => one.at.getTime() - other.at.getTime())
  for (const [done, { at, act }] of steps.entries()) {
    onProgress(done, steps.length)
    await act({ ...cmd, now: at, requestId: newId() })
  }
  return { password, accounts: stage.accounts.size, links: stage.links }
}

/** One of each role, as far as they aren't there; answers a command of the supporter's. */
async function makeStaff(cmd: Command): Promise<Command> {
  let operator = cmd
  for (const role of roles.filter((name) => name !== 'owner')) {
    const username = `dev-${role}`
    const made = await createStaff(cmd, { username, password: seedPassword, role }).catch(unlessRefused)
    if (made && role === 'support') {
      const permissions = permissionsOf(role)
      operator = { ...cmd, actor: { kind: 'staff', id: made.id, name: username, permissions } }
    }
  }
  return operator
}

/** Hashing is slow on purpose. The made-up people share a password, which is hashed once and known by its text. */
function hashedOnce(passwords: Passwords): Passwords {
  const hashes = new Map<string, Promise<string>>()
  const hash = (password: string) => {
    const hashed = hashes.get(password) ?? passwords.hash(password)
    hashes.set(password, hashed)
    return hashed
  }
  return { ...passwords, hash, verify: async (password, known) => (await hashes.get(password)) === known }
}
