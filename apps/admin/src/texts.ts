import type { Key, Say } from '@lessor/ui'
import { useTranslation } from 'react-i18next'
import * as accounts from './features/accounts/texts.ts'
import * as codes from './features/codes/texts.ts'
import * as health from './features/health/texts.ts'
import * as logs from './features/logs/texts.ts'
import * as mails from './features/mails/texts.ts'
import * as online from './features/online/texts.ts'
import * as profile from './features/profile/texts.ts'
import * as settings from './features/settings/texts.ts'
import * as software from './features/software/texts.ts'
import * as staff from './features/staff/texts.ts'
import * as signIn from './features/sign-in/texts.ts'
import * as today from './features/today/texts.ts'
import * as users from './features/users/texts.ts'
import * as layout from './layout-texts.ts'
import * as pieces from './pieces/texts.ts'

const parts = {
  accounts,
  codes,
  health,
  logs,
  mails,
  online,
  profile,
  settings,
  software,
  staff,
  signIn,
  today,
  users,
  layout,
  pieces,
}
type Parts = typeof parts

const inLanguage = <Language extends 'zh' | 'en'>(language: Language) =>
  Object.fromEntries(Object.entries(parts).map(([name, texts]) => [name, texts[language]])) as {
    readonly [Name in keyof Parts]: Parts[Name][Language]
  }

export const texts = { zh: inLanguage('zh'), en: inLanguage('en') }
export type TextKey = Key<typeof texts.zh>

/** The console's texts in the reader's language; a key that doesn't exist doesn't compile. */
export const useTexts = (): Say<typeof texts.zh> => useTranslation().t as unknown as Say<typeof texts.zh>
