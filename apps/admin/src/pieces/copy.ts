import { App } from 'antd'
import { useTexts } from '../texts.ts'

/** Copies a text and says so; a browser without a secure connection has no clipboard, and people are told. */
export function useCopy() {
  const t = useTexts()
  const { message } = App.useApp()
  return async (text: string) => {
    try {
      await navigator.clipboard.writeText(text)
      void message.success(t('pieces.copied'))
    } catch {
      void message.warning(t('pieces.copyFailed'))
    }
  }
}
