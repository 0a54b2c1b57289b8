import { App } from 'antd'
import { useTexts } from '../texts.ts'

/** Copies a text and confirms it; without a secure connection the browser has no clipboard, and an error is shown. */
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
