import type { Language } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import type { Brand } from './model.ts'

/** The seller as a mail in this language names it. */
export function brandOf({ services }: Command, language: Language): Brand {
  const { contact, ...names } = services.settings.brand
  return { name: names[`name_${language}`], contact }
}
