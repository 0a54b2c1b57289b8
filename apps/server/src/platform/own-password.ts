import type { Command } from './command.ts'
import { invalidCredentials } from './refusals.ts'

/** Demands the password again of somebody who is signed in; wrong ones are counted like those at a sign-in. */
export function demandOwnPassword(
  cmd: Command<Extract<Command['actor'], { id: string }>>,
  password: string,
  hash: string | null | undefined,
): Promise<void> {
  const { guesses, passwords } = cmd.services
  const guess = {
    limit: 'ownPassword',
    name: `${cmd.actor.kind} ${cmd.actor.id}`,
    wrong: [invalidCredentials],
  } as const
  return guesses.attempt(cmd, guess, async () => {
    if (!(await passwords.verify(password, hash))) throw invalidCredentials()
  })
}
