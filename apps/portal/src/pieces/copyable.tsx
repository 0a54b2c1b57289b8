import { useRef, useState } from 'react'
import { useTexts } from '../texts.ts'

/** Text to copy at once; where there is no clipboard it is selected instead. */
export function Copyable({ text }: { readonly text: string }) {
  const t = useTexts()
  const shown = useRef<HTMLPreElement>(null)
  const [copied, setCopied] = useState<'copied' | 'notCopied'>()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('copied')
    } catch {
      // Without a secure connection there is no clipboard.
      if (shown.current) getSelection()?.selectAllChildren(shown.current)
      setCopied('notCopied')
    }
  }
  return (
    <>
      <pre ref={shown}>{text}</pre>
      <p className="links">
        <button type="button" className="plain" onClick={() => void copy()}>
          {t('orders.copy')}
        </button>
        <span role="status">{copied && t(`orders.${copied}`)}</span>
      </p>
    </>
  )
}
