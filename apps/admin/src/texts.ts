import type { Key, Say, Translated } from '@lessor/ui'
import { useTranslation } from 'react-i18next'
import * as accounts from './features/accounts/texts.ts'
import * as layout from './layout-texts.ts'
import * as signIn from './features/sign-in/texts.ts'
import * as pieces from './pieces/texts.ts'

const zh = { layout: layout.zh, signIn: signIn.zh, pieces: pieces.zh, accounts: accounts.zh }
const en: Translated<typeof zh> = {
  layout: layout.en,
  signIn: signIn.en,
  pieces: pieces.en,
  accounts: accounts.en,
}

export const texts = { zh, en }
export type TextKey = Key<typeof zh>

/** The console's texts in the reader's language; a key that doesn't exist doesn't compile. */
export const useTexts = (): Say<typeof zh> => useTranslation().t as unknown as Say<typeof zh>
