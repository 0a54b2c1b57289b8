import type { Command } from 'commander'
import { randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { passwordsDiffer } from './errors.ts'
import { t } from './language.ts'
import { note, print } from './output.ts'
import { prompt } from './prompt.ts'

export interface PasswordOptions {
  readonly passwordStdin?: true
}

export interface Chosen {
  readonly password: string
  /** It must be shown, once. */
  readonly isGenerated: boolean
}

export const withPassword = (command: Command): Command =>
  command.option(
    '--password-stdin',
    t({ en: 'read the password from standard input', zh: '从标准输入读取密码' }),
  )

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
  note(t({ en: 'The password is shown only this once; keep it:', zh: '密码只显示这一次，请立即保存：' }))
  print(password)
}

const newPassword = () => randomBytes(15).toString('base64url')

async function typedTwice(): Promise<string> {
  const { default: ask } = await import('@inquirer/password')
  const typed = (message: string) =>
    prompt((context) => ask({ message, mask: '*', toggleMask: false }, context))
  const first = await typed(t({ en: 'Password (empty: one is made):', zh: '密码（留空则自动生成）：' }))
  if (first === '') return ''
  if ((await typed(t({ en: 'Again:', zh: '再输一次：' }))) !== first) throw passwordsDiffer()
  return first
}
