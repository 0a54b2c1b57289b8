import { createInterface } from 'node:readline/promises'
import { notConfirmed } from './errors.ts'

/** Goes on when a person at the terminal says yes; refuses otherwise, and where there is no terminal. */
export async function confirm(question: string): Promise<void> {
  if (!process.stdin.isTTY) throw notConfirmed()
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(`${question} [y/N] `)
  terminal.close()
  if (!/^\s*(y|yes|是)\s*$/i.test(answer)) throw notConfirmed()
}
