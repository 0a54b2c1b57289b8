import i18next from 'i18next'
import { useSyncExternalStore } from 'react'
import { initReactI18next } from 'react-i18next'
import { remembered } from './remembered.ts'
import { en, zh } from './texts.ts'

export type Language = 'zh' | 'en'
export interface Texts {
  readonly [key: string]: string | Texts
}
/** Every key of some texts, as `accounts.title`. */
export type Key<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Key<T[K]>}`
}[keyof T & string]
export type Say<T> = (key: Key<T>, values?: Readonly<Record<string, string | number>>) => string

/** The first of the two that the browser asks for; Chinese where it asks for neither. */
const asked = navigator.languages.flatMap((tag) => /^(zh|en)\b/i.exec(tag)?.[1]?.toLowerCase() ?? [])[0]
const choice = remembered<Language>('language', ['zh', 'en'], asked === 'en' ? 'en' : 'zh')

export const languageNow = choice.get

/** Makes an app's texts known. As the reader has chosen, else as the browser asks; call it once, before anything is drawn. */
export function openLanguage(texts: Readonly<Record<Language, Texts>>): void {
  const resources = { zh: { ui: zh, app: texts.zh }, en: { ui: en, app: texts.en } }
  void i18next.use(initReactI18next).init({
    lng: choice.get(),
    fallbackLng: 'zh',
    resources,
    defaultNS: 'app',
    // React escapes what it draws.
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  document.documentElement.lang = htmlLanguage[choice.get()]
}

/** Makes texts known that come later than the first view, with the pages that need them. */
export function addTexts(texts: Readonly<Record<Language, Texts>>): void {
  for (const language of ['zh', 'en'] as const)
    i18next.addResourceBundle(language, 'app', texts[language], true, true)
}

const htmlLanguage = { zh: 'zh-CN', en: 'en' } as const

/** The reader's language, and how to switch it. */
export function useLanguage(): readonly [Language, (language: Language) => void] {
  const language = useSyncExternalStore(choice.subscribe, choice.get)
  return [language, switchTo]
}

function switchTo(language: Language): void {
  document.documentElement.lang = htmlLanguage[language]
  void i18next.changeLanguage(language)
  choice.set(language)
}
