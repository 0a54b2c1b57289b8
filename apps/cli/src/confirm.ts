import { notConfirmed } from './errors.ts'
import { t } from './language.ts'
import { prompt } from './prompt.ts'

/** Returns when a person at the terminal says yes; refuses otherwise, and where there is no terminal. */
export async function confirm(question: string): Promise<void> {
  if (!process.stdin.isTTY) throw notConfirmed()
  const { default: ask } = await import('@inquirer/confirm')
  const settings = { message: question, default: false, theme: { keywords } }
  if (!(await prompt((context) => ask(settings, context)))) throw notConfirmed()
}

const keywords = {
  yes: t({ en: 'Yes', zh: '是' }),
  no: t({ en: 'No', zh: '否' }),
  error: () => t({ en: 'Answer y or n.', zh: '请输入 y（是）或 n（否）。' }),
}
