import { useSyncExternalStore } from 'react'
import { useLanguage } from './language.ts'

/** The seller, as the server wrote it into the page. */
export interface Brand {
  readonly zh: string
  readonly en: string
  /** How customers reach the seller; '' when unset. */
  readonly contact: string
}

const unnamed: Brand = { zh: 'Lessor', en: 'Lessor', contact: '' }
const written = document.documentElement.dataset['brand']
let brand: Brand = written ? (JSON.parse(written) as Brand) : unnamed
const listeners = new Set<() => void>()

/** Shows another brand at once, for who has just changed it. */
export function showBrand(next: Brand): void {
  brand = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The seller's name in the reader's language, and its contact. */
export function useBrand(): { readonly name: string; readonly contact: string } {
  const [language] = useLanguage()
  const { contact, ...names } = useSyncExternalStore(subscribe, () => brand)
  return { name: names[language], contact }
}
