import { ErrorLine } from '@lessor/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTexts } from '../texts.ts'

interface Acting<Input, Output> {
  readonly act: (input: Input) => Promise<Output>
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
  return useMutation({
    mutationFn: act,
    onSuccess: async (output) => {
      if (says !== null) void message.success(says)
      await after?.(output)
      void queries.invalidateQueries()
    },
    onSettled: () => settled?.(),
    onError: (error) => {
      if (quiet) return
      notification.error({ title: t('pieces.failed'), description: <ErrorLine error={error} />, duration: 0 })
    },
  })
}

interface Question {
  readonly title: string
  readonly what: string
  readonly yes: string
}

/**
 * Asks before what can't be taken back, and waits until it is done. Answers what was done once the question is gone:
 * a dialog that comes next must not fight with it over the focus.
 */
export function useAsk() {
  const t = useTexts()
  const { modal } = App.useApp()
  return <Output,>({ title, what, yes }: Question, act: () => Promise<Output>) =>
    new Promise<Output | undefined>((resolve) => {
      let output: Output | undefined
      modal.confirm({
        title,
        content: what,
        okText: yes,
        okButtonProps: { danger: true },
        cancelText: t('pieces.cancel'),
        // Why it wasn't done is told by the act itself; the question goes away either way.
        onOk: () =>
          act()
            .then((done) => (output = done))
            .catch(() => undefined),
        afterClose: () => resolve(output),
      })
    })
}
