import { ApiFailure, answer, api } from '@lessor/ui'
import { App } from 'antd'
import { useState } from 'react'
import { useAct } from '../../../pieces/act.tsx'
import { useTexts } from '../../../texts.ts'
import { dropDraft, keepDraft, readDraft, type Draft } from './draft.ts'
import type { Manifest } from './queries.ts'

/** A script as it is stored; a new one isn't yet. */
export interface Base {
  readonly id: string
  readonly version: string
  readonly source: string
  readonly exports: readonly string[]
  readonly manifest: Manifest | undefined
}

interface Saved {
  readonly id: string
  readonly version: string
}

export type Save = (source: string, base: string, signal: AbortSignal) => Promise<Saved>

/** A script that is edited: from what, what is typed, and how it is saved. What is typed is kept until then. */
export function useWork(plugin: string, script: Base, send: Save) {
  const t = useTexts()
  const { message } = App.useApp()
  const [draft] = useState(() => readDraft(plugin))
  const [found, setFound] = useState(() => (draft && draft.source !== script.source ? draft : undefined))
  const [base, setBase] = useState({ id: found?.base ?? script.id, source: script.source })
  const [text, setText] = useState(found?.source ?? script.source)
  // Another number is another editor, which begins with the text as it is then.
  const [round, setRound] = useState(0)
  const [isKept, setKept] = useState(true)
  const save = useAct({
    act: async ({ source, over }: { readonly source: string; readonly over: boolean }, signal) => {
      const id = over ? await activeOf(plugin) : base.id
      return { ...(await send(source, id, signal)), source }
    },
    quiet: true,
    says: null,
    after: (saved) => {
      void message.success(t('plugins.saved', { version: saved.version }))
      dropDraft(plugin)
      setFound(undefined)
      setBase(saved)
    },
  })
  const change = (source: string) => {
    setText(source)
    const draft: Draft = { source, base: base.id, at: new Date().toISOString() }
    if (source === base.source) dropDraft(plugin)
    else setKept(keepDraft(plugin, draft))
  }
  const discard = () => {
    dropDraft(plugin)
    setFound(undefined)
    setBase({ id: script.id, source: script.source })
    setText(script.source)
    setRound(round + 1)
    save.reset()
  }
  return { plugin, base, text, round, found, isKept, save, change, discard, isDirty: text !== base.source }
}

export type Work = ReturnType<typeof useWork>

const activeOf = async (plugin: string) =>
  (await answer(api.GET('/api/admin/plugins/{plugin}', { params: { path: { plugin } } }))).id

/** Somebody else saved in between. */
export const isOvertaken = (error: unknown) => error instanceof ApiFailure && error.code === 'plugin_changed'
