import { addTexts, type Texts } from '@lessor/ui'
import type { ComponentType } from 'react'

interface Bilingual {
  readonly zh: Texts
  readonly en: Texts
}
interface Script {
  readonly default: ComponentType
}

/** For a feature whose texts are too long for the first view: they come with its pages; its menu has those of its own. */
export const withTexts =
  (name: string, texts: () => Promise<Bilingual>) =>
  (load: () => Promise<Script>) =>
  async (): Promise<Script> => {
    const [{ zh, en }, script] = await Promise.all([texts(), load()])
    addTexts({ zh: { [name]: zh }, en: { [name]: en } })
    return script
  }
