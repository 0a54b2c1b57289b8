import type { Language, Text } from '@lessor/kit'

/** The language of the terminal, as POSIX says it: LC_ALL, else LC_MESSAGES, else LANG. English where it isn't Chinese. */
export const languageOf = (env: NodeJS.ProcessEnv): Language =>
  /^zh/i.test(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '') ? 'zh' : 'en'

export const language = languageOf(process.env)

/** A text for people, in the language of their terminal. */
export const t = (text: Text): string => text[language]
