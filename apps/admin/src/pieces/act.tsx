import { ErrorLine, isSessionEnd } from '@lessor/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useRef } from 'react'
import { useTexts } from '../texts.ts'

interface Acting<Input, Output> {
  /** The signal is aborted when the act is cancelled. */
  readonly act: (input: Input, signal: AbortSignal) => Promise<Output>
  readonly after?: (output: Output) => unknown
  /** What to say once it is done; null where the page says it, or where nothing is done yet. */
  readonly says?: string | null
  /** However it ended. */
  readonly settled?: () => void
  /** A dialog that stays open shows the error itself. */
  readonly quiet?: boolean
}

/** A change: says that it was done or why not, and reads again what is on the screen. */
export function useAct<Input, Output>(acting: Acting<Input, Output>) {
  const { act, after, settled, quiet = false } = acting
  const t = useTexts()
  const says = acting.says === undefined ? t('pieces.done') : acting.says
  const { message, notification } = App.useApp()
  const queries = useQueryClient()
  const running = useRef<AbortController>(undefined)
  const mutation = useMutation({
    mutationFn: (input: Input) => {
      running.current = new AbortController()
      return act(input, running.current.signal)
    },
    onSuccess: async (output) => {
      if (says !== null) void message.success(says)
      await after?.(output)
      void queries.invalidateQueries()
    },
    onSettled: () => settled?.(),
    onError: (error) => {
      if (running.current?.signal.aborted) {
        // It may have been done before it was given up: the page shows what is.
        void queries.invalidateQueries()
        return
      }
      if (quiet || isSessionEnd(error)) return
      notification.error({ title: t('pieces.failed'), description: <ErrorLine error={error} />, duration: 0 })
    },
  })
  /** Gives up what is under way: nothing of it is sent later. */
  const cancel = () => running.current?.abort()
  return { ...mutation, cancel }
}

interface Act<Input, Output> {
  readonly mutateAsync: (input: Input) => Promise<Output>
  readonly cancel: () => void
}

export interface Question {
  readonly title: string
  readonly what: string
  readonly yes: string
  /** It can't be undone: only then is the button red. */
  readonly final?: boolean
  /** For what is more likely a mistake: Enter says no. */
  readonly doubtful?: boolean
}

/**
 * Asks before a change of consequence, and waits until it is done; a no cancels it also while it is under way. Answers
 * what was done once the question is gone: a dialog that comes next must not fight with it over the focus.
 */
export function useAsk() {
  const t = useTexts()
  const { modal } = App.useApp()
  return <Input, Output>(question: Question, act: Act<Input, Output>, input: Input) =>
    new Promise<Output | undefined>((resolve) => {
      let output: Output | undefined
      modal.confirm({
        title: question.title,
        content: question.what,
        okText: question.yes,
        okButtonProps: { danger: question.final ?? false },
        autoFocusButton: question.doubtful ? 'cancel' : 'ok',
        cancelText: t('pieces.cancel'),
        onCancel: () => act.cancel(),
        // The act itself reports why it failed; the dialog closes either way.
        onOk: () =>
          act
            .mutateAsync(input)
            .then((done) => (output = done))
            .catch(() => undefined),
        afterClose: () => resolve(output),
      })
    })
}
