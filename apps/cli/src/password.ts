import type { Command } from 'commander'
import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { passwordsDiffer } from './errors.ts'
import { t } from './language.ts'
import { note, print } from './output.ts'

export interface PasswordOptions {
  readonly passwordStdin?: true
}

export interface Chosen {
  readonly password: string
  /** It must be told, once. */
  readonly isGenerated: boolean
}

export const withPassword = (command: Command): Command =>
  command.option('--password-stdin', t('read the password from standard input', '从标准输入读取密码'))

/** The password to set: from standard input, typed twice on a terminal, or made where nothing is typed. */
export async function choosePassword({ passwordStdin }: PasswordOptions): Promise<Chosen> {
  if (passwordStdin)
    return { password: (await text(process.stdin)).replace(/\r?\n$/, ''), isGenerated: false }
  const typed = process.stdin.isTTY ? await typedTwice() : ''
  return typed ? { password: typed, isGenerated: false } : { password: newPassword(), isGenerated: true }
}

/** Tells a password that was made: alone on standard output, so that a script can keep it. */
export function tellPassword({ password, isGenerated }: Chosen): void {
  if (!isGenerated) return
  note(t('The password is shown only this once; keep it:', '密码只显示这一次，请立即保存：'))
  print(password)
}

const newPassword = () => randomBytes(15).toString('base64url')

async function typedTwice(): Promise<string> {
  const first = await ask(t('Password (empty: one is made): ', '密码（留空则自动生成）：'))
  if (first === '') return ''
  if ((await ask(t('Again: ', '再输一次：'))) !== first) throw passwordsDiffer()
  return first
}

/** Asks on the terminal and shows nothing of what is typed. */
async function ask(question: string): Promise<string> {
  process.stderr.write(question)
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: silence, terminal: true })
  terminal.once('SIGINT', () => {
    terminal.close()
    process.exit(130)
  })
  const answer = await terminal.question('')
  terminal.close()
  process.stderr.write('\n')
  return answer
}
