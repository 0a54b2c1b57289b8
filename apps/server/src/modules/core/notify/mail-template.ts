import type { Language } from '@lessor/kit'
import type { Template } from './model.ts'

/** One mail in each language, by the name that its row carries. */
export type MailTemplate = Readonly<Record<Language, Template>> & { readonly name: string }

const declared = new Map<string, MailTemplate>()

/** Declares a mail, once, in the module that sends it. A place is `{name}`; there is no logic, and `{brand}` is always known. */
export function mailTemplate(name: string, texts: Readonly<Record<Language, Template>>): MailTemplate {
  if (declared.has(name)) throw new Error(`The mail ${name} is declared twice`)
  const template = { ...texts, name }
  declared.set(name, template)
  return template
}

/** Those of every module that is loaded. */
export const mailTemplates = (): readonly MailTemplate[] => [...declared.values()]

export function mailTemplateNamed(name: string): MailTemplate {
  const named = declared.get(name)
  if (!named) throw new Error(`There is no mail template ${name}`)
  return named
}
