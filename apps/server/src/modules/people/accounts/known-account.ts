import { DAY_MS } from '@lessor/kit'
import type { CustomerCommand } from '../../../platform/command.ts'
import { accountById } from './queries.ts'

/** What an account that is a day old is known by: limits by address are for those who make many accounts. */
export async function knownAccount({ services, actor, now }: CustomerCommand): Promise<string | undefined> {
  const account = await accountById(services.db, actor.id)
  return account && now.getTime() - account.createdAt.getTime() > DAY_MS ? actor.id : undefined
}
