/** What was typed and isn't saved. */
export interface Draft {
  readonly source: string
  /** The version that was edited; empty for a new plugin. */
  readonly base: string
  readonly at: string
}

const keyOf = (plugin: string) => `lessor.script.${plugin}`

/** Kept by the browser, so that leaving the page, by a wrong click or a crash, loses nothing. */
export function readDraft(plugin: string): Draft | undefined {
  try {
    const text = localStorage.getItem(keyOf(plugin))
    return text === null ? undefined : (JSON.parse(text) as Draft)
  } catch {
    return undefined // storage is forbidden here, or holds something else
  }
}

/** Whether the browser keeps it: it may have no room, or be forbidden to. */
export function keepDraft(plugin: string, draft: Draft): boolean {
  try {
    localStorage.setItem(keyOf(plugin), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function dropDraft(plugin: string): void {
  try {
    localStorage.removeItem(keyOf(plugin))
  } catch {
    // Storage is forbidden here: there is no draft.
  }
}
