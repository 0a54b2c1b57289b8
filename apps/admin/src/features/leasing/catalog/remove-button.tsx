import { App, Button } from 'antd'
import { useAct, useAsk } from '../../../pieces/act.tsx'
import { useTexts } from '../../../texts.ts'

interface RemoveButtonProps {
  readonly name: string
  /** What goes with it. */
  readonly what: string
  readonly act: (signal: AbortSignal) => Promise<{ readonly removed: boolean }>
  readonly after?: (removed: boolean) => unknown
  readonly size?: 'small'
}

/** Removes something of the catalogue, and says so when it is in use and was only taken out of the shop. */
export function RemoveButton({ name, what, act, after, size }: RemoveButtonProps) {
  const t = useTexts()
  const ask = useAsk()
  const { message } = App.useApp()
  const remove = useAct({
    act: (_: void, signal) => act(signal),
    says: null,
    after: ({ removed }) => {
      if (removed) void message.success(t('catalog.removed'))
      else void message.info(t('catalog.retired'), 6)
      return after?.(removed)
    },
  })
  const question = { title: t('catalog.removeAsk', { name }), what, yes: t('catalog.remove'), final: true }
  return (
    <Button danger {...(size && { size })} onClick={() => void ask(question, remove, undefined)}>
      {t('catalog.remove')}
    </Button>
  )
}
