import type { Key, Say, Translated } from '@lessor/ui'
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

const zh = {
  layout: layout.zh,
  pieces: pieces.zh,
  signIn: signIn.zh,
  accounts: accounts.zh,
  codes: codes.zh,
  health: health.zh,
  logs: logs.zh,
  mails: mails.zh,
  online: online.zh,
  profile: profile.zh,
  settings: settings.zh,
  software: software.zh,
  staff: staff.zh,
  today: today.zh,
  users: users.zh,
}
const en: Translated<typeof zh> = {
  layout: layout.en,
  pieces: pieces.en,
  signIn: signIn.en,
  accounts: accounts.en,
  codes: codes.en,
  health: health.en,
  logs: logs.en,
  mails: mails.en,
  online: online.en,
  profile: profile.en,
  settings: settings.en,
  software: software.en,
  staff: staff.en,
  today: today.en,
  users: users.en,
}

export const texts = { zh, en }
export type TextKey = Key<typeof zh>

/** The console's texts in the reader's language; a key that doesn't exist doesn't compile. */
export const useTexts = (): Say<typeof zh> => useTranslation().t as unknown as Say<typeof zh>
